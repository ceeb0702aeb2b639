/**
 * The messages between worker and engine, mirroring the Go package wasm/wire.
 * A request is bytes (codec.ts), an answer is JSON of the shapes below.
 */

import type { Facets, Nearest, Series, Statistic, Understood } from "./statistic.ts";

/** The first byte of a request. */
export const Op = { open: 1, search: 2, supply: 3, step: 4, drop: 5 } as const;

/** Search flag: the last word is still being typed, so it may be a prefix. */
export const flagTyping = 1;

/** An engine's refusal. */
export interface EngineError {
  readonly error: { readonly code: string; readonly message: string };
}

/** What the engine says of an archive it has opened. */
export interface Opened {
  readonly ok: true;
  readonly articles: number;
  readonly passages: number;
  /** BCP 47 tags. */
  readonly languages?: readonly string[];
}

/** The answer to supply and drop. */
export interface Done {
  readonly ok: true;
}

/** A chunk the engine lacks, and where it is. All figures are bytes. */
export interface ChunkNeed {
  readonly chunk: number;
  /** The file's name inside pack/. */
  readonly file: string;
  readonly offset: number;
  readonly length: number;
  /** Size of the whole file. */
  readonly size: number;
}

/** The engine cannot go on before it has these chunks. */
export interface NeedsChunks {
  readonly need: readonly ChunkNeed[];
}

/** The query is answered. */
export interface Answered {
  readonly result: EngineResult;
}

/** The answer to search and step. */
export type Step = NeedsChunks | Answered | EngineError;

/** A pair of UTF-16 code unit offsets, end exclusive. */
export type Range = readonly [start: number, end: number];

/** How a query word was found; `missing` words are in no article. */
export type Match = "exact" | "stem" | "prefix" | "typo" | "missing";

/** A part of an article that answers the query. */
export interface Passage {
  readonly text: string;
  /** What matched, as ranges of `text`. */
  readonly highlights: readonly Range[];
  /** The heading the passage stands under; "" or absent if none. */
  readonly heading?: string;
  /** The number of the paragraph in which the passage begins, from 0. */
  readonly paragraph?: number;
  readonly score?: number;
}

/** An article that answers the query, with its best passages. */
export interface Article {
  readonly id: string;
  readonly title: string;
  readonly titleHighlights?: readonly Range[];
  readonly subtitle?: string;
  /** Where the article lives; "" or absent if the archive does not know. */
  readonly url?: string;
  /** ISO 8601, as exact as the archive knows; "" or absent if unknown. */
  readonly published?: string;
  readonly section?: string;
  readonly source?: string;
  readonly author?: string;
  /** BCP 47 tag; "" or absent if undecided. */
  readonly language?: string;
  readonly score: number;
  /** The weakest way in which one of the words matched. */
  readonly match?: Match;
  readonly passages: readonly Passage[];
}

/** A word of the query and the words of the archive it was taken for. */
export interface Term {
  readonly text: string;
  readonly match: Match;
  readonly as: readonly string[];
}

/** What a query found. */
export interface EngineResult {
  readonly articles: readonly Article[];
  /** Statistics that answer the query. */
  readonly statistics: readonly Statistic[];
  /** The series that they belong to. */
  readonly series?: readonly Series[];
  readonly facets?: Facets | null;
  /** What of the query was read as conditions. */
  readonly understood?: readonly Understood[];
  /** Set if nothing satisfies the conditions. */
  readonly nearest?: Nearest | null;
  /** How many articles match, of which `articles` are the best. */
  readonly total: number;
  readonly terms?: readonly Term[];
  /** True if the query has nothing to look up yet. */
  readonly partial?: boolean;
}
