import type { Range } from "../wire/protocol.ts";

/** A piece of a text that is marked as a whole or not at all. */
export interface Segment {
  readonly text: string;
  readonly marked: boolean;
}

/** Cuts a text at its highlights; ranges out of order, out of bounds or overlapping do no harm. */
export function segments(text: string, highlights: readonly Range[]): Segment[] {
  const pieces: Segment[] = [];
  let at = 0;
  const piece = (end: number, marked: boolean) => {
    if (end > at) pieces.push({ text: text.slice(at, end), marked });
    at = Math.max(at, end);
  };
  for (const [start, end] of [...highlights].sort((a, b) => a[0] - b[0])) {
    piece(Math.min(start, text.length), false);
    piece(Math.min(end, text.length), true);
  }
  piece(text.length, false);
  return pieces;
}

/** A part of a text. */
export interface Excerpt {
  readonly text: string;
  readonly highlights: readonly Range[];
  /** Nothing was left out. */
  readonly whole: boolean;
  /** Begins within a sentence. */
  readonly cutBefore: boolean;
  /** Ends within a sentence. */
  readonly cutAfter: boolean;
}

/** Characters shown before the first highlight of an excerpt, for context. */
const leadUnits = 60;

/** How far a cut may move to come between two words. */
const wordUnits = 30;

/** A text so little over the budget is shown whole: cutting would save no line. */
const slack = 1.15;

/** An excerpt that ends with a sentence has at least this share of the budget. */
const leastShare = 0.6;

/** The end of a sentence and what follows it: near enough for a place to cut. */
const sentenceEnd = /[.!?…]["'”’)\]]*\s+|[。！？][”’」』）]*/g;

/**
 * Returns the part of a text, of about `budget` UTF-16 units, that holds most
 * highlights; of equals the first. Cuts between sentences where that costs
 * little, else between words where there are spaces.
 */
export function excerpt(text: string, highlights: readonly Range[], budget: number): Excerpt {
  if (text.length <= budget * slack) return { text, highlights, whole: true, cutBefore: false, cutAfter: false };
  const near = Math.min(densest(highlights, budget), text.length - budget);
  const breaks = [0, ...[...text.matchAll(sentenceEnd)].map((found) => found.index + found[0].length), text.length];
  const first = highlights.find(([from]) => from >= near)?.[0] ?? near;
  const least = budget * leastShare;
  const sentence = breaks.find((at) => at >= near && at <= first && text.length - at >= least);
  const start = sentence ?? wordStart(text, near);
  const last = Math.max(
    Math.min(start + least, text.length),
    ...highlights.map(([, to]) => (to <= start + budget ? to : 0)),
  );
  const closing = breaks.filter((at) => at >= last && at <= start + budget * slack).pop();
  const end = start + text.slice(start, closing ?? wordEnd(text, start + budget)).trimEnd().length;
  const inside = highlights.filter(([from, to]) => from >= start && to <= end);
  return {
    text: text.slice(start, end),
    highlights: inside.map(([from, to]) => [from - start, to - start] as const),
    whole: false,
    cutBefore: sentence === undefined,
    cutAfter: closing === undefined,
  };
}

/** Returns where a window with most highlights begins. Time O(n²) in the highlights of one passage. */
function densest(highlights: readonly Range[], budget: number): number {
  let best = 0;
  let most = 0;
  for (const [from] of highlights) {
    const start = Math.max(0, from - Math.min(leadUnits, Math.floor(budget / 4)));
    const count = highlights.filter(([a, b]) => a >= start && b <= start + budget).length;
    if (count > most) [best, most] = [start, count];
  }
  return best;
}

function wordStart(text: string, near: number): number {
  if (near <= 0) return 0;
  const space = text.slice(near - 1, near + wordUnits).search(/\s/);
  return space < 0 ? codePointStart(text, near) : near + space;
}

function wordEnd(text: string, near: number): number {
  if (near >= text.length) return text.length;
  const space = text.slice(near - wordUnits, near + 1).search(/\s\S*$/);
  return space < 0 ? codePointStart(text, near) : near - wordUnits + space;
}

/** Returns the place itself, or the one before if a surrogate pair would be cut in two. */
function codePointStart(text: string, at: number): number {
  return /[\udc00-\udfff]/.test(text.charAt(at)) && /[\ud800-\udbff]/.test(text.charAt(at - 1)) ? at - 1 : at;
}
