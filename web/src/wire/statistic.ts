import type { Range } from "./protocol.ts";

/**
 * The statistics of an answer, mirroring the Go package wasm/wire. Whatever an
 * article need not tell is optional, or null, or "".
 */

/** How exactly a value is stated; which way it moved is another matter. */
export type Bound = "exact" | "about" | "more_than" | "at_least" | "less_than" | "at_most" | "range";

/** What a value measures. */
export type Kind =
  "count" | "money" | "share" | "percent_change" | "point_change" | "ratio" | "duration" | "rate" | "rank";

/** What a value is counted in. */
export interface Unit {
  /** The normalised name: suspects and individuals are "people". */
  readonly name: string;
  /** What it is compared with: people, cases, money, percent … */
  readonly class?: string;
  /** ISO 4217 for money, "%" for percent. */
  readonly code?: string;
  /** As the article has it. */
  readonly text?: string;
  /** What the counted are: suspect, victim … */
  readonly role?: string;
}

/** A span of days, both included. */
export interface Span {
  /** ISO 8601 date; "" or absent if open. */
  readonly start?: string;
  readonly end?: string;
}

/** What a value is about in time. */
export interface Period extends Span {
  readonly text?: string;
  readonly basis?: "explicit" | "relative" | "inherited" | "none" | "";
}

/** How one field was read. */
export interface Reading {
  readonly field: string;
  readonly value: string;
  readonly basis: string;
}

/** The article that states a statistic. */
export interface StatisticArticle {
  readonly id: string;
  readonly title: string;
  readonly url?: string;
  readonly published?: string;
  readonly source?: string;
}

/** How a value compares with an earlier one. */
export interface Change {
  readonly percent: number;
  readonly direction: "up" | "down" | "";
  /** The time compared with. */
  readonly versus?: Span | null;
}

/** A statistic that an article states. */
export interface Statistic {
  /** Stable over builds. */
  readonly id: string;
  readonly value: number;
  /** The upper end of a range. */
  readonly high?: number | null;
  /** The value as the article has it. */
  readonly text: string;
  readonly unit?: Unit;
  readonly bound?: Bound;
  readonly kind?: Kind;
  readonly trend?: "up" | "down" | "";
  readonly measure?: { readonly label: string; readonly key?: string };
  /** Who did what is counted. */
  readonly agency?: string;
  /** Who says so. */
  readonly source?: string;
  readonly place?: string;
  readonly period?: Period;
  readonly change?: Change | null;
  readonly share?: { readonly of: string } | null;
  /** The same amount in another currency. */
  readonly conversion?: { readonly value: number; readonly unit: Unit } | null;
  /** Id of the series it is a point of. */
  readonly series?: string | null;
  readonly salience?: "core" | "peripheral";
  /** From 0 to 1. */
  readonly confidence?: number;
  readonly article: StatisticArticle;
  /** Number of the paragraph, from 0. */
  readonly paragraph?: number;
  readonly sentence: string;
  /** The value's place in the sentence. */
  readonly value_span?: Range;
  /** Words of the query in the sentence. */
  readonly highlights?: readonly Range[];
  /** Whether it satisfies the query's conditions; `text` if there are none. */
  readonly match?: "certain" | "possible" | "text";
  readonly score?: number;
  readonly readings?: readonly Reading[];
}

/** One value of a series. */
export interface SeriesPoint {
  readonly value: number;
  readonly high?: number | null;
  readonly bound?: Bound;
  readonly period: Span;
  /** Id of the statistic that states it; null if calculated. */
  readonly statistic?: string | null;
  readonly article?: string;
  /** Follows from another value and a stated change. */
  readonly calculated?: boolean;
  /** Covers a part of what the other points cover. */
  readonly partial?: boolean;
}

/** Values of one measure over time. */
export interface Series {
  readonly id: string;
  readonly label: string;
  readonly unit?: Unit;
  readonly place?: string;
  readonly points: readonly SeriesPoint[];
  /** What to beware of: partial, definition, conflict … */
  readonly notes?: readonly string[];
}

/** A value of a facet and how many statistics have it. */
export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

/** How the statistics of an answer are spread. */
export interface Facets {
  readonly unit?: readonly FacetCount[];
  readonly year?: readonly FacetCount[];
  readonly kind?: readonly FacetCount[];
  readonly source?: readonly FacetCount[];
  /** Values in classes; each from `from`, up to but without `to`. */
  readonly histogram?: readonly { readonly from: number; readonly to: number; readonly count: number }[];
}

/** A part of the query that is a condition, not words. */
export interface Understood {
  readonly kind: string;
  readonly text: string;
  readonly label?: string;
  /** UTF-16 offsets in the query, end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Nothing satisfied the conditions: what is shown is closest. */
export interface Nearest {
  readonly reason: string;
  /** Years that the archive has the measure for. */
  readonly years?: readonly number[];
}
