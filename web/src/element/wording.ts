import { FigureFormat } from "../format/figure.ts";
import { intlTag } from "../format/language.ts";
import { formatSpan } from "../format/period.ts";
import { isStale, progressOf, viewOf, type SearchState } from "../state/reducer.ts";
import type { Strings } from "../strings.ts";
import type { Term } from "../wire/protocol.ts";
import type { Nearest, Span } from "../wire/statistic.ts";

/** What a search box says, apart from its results. Empty strings say nothing. */
export interface Wording {
  /** How many articles there are. */
  readonly count: string;
  /** What became of words that are in no article. */
  readonly notes: readonly string[];
  /** In place of results. */
  readonly message: readonly string[];
  /** In place of results after a failure. */
  readonly error: { readonly text: string; readonly details: string } | null;
  /** For screen readers, once typing pauses. */
  readonly announcement: string;
}

/** A language: its strings, and how it writes figures and lists. */
export class Speech {
  readonly strings: Strings;
  /** BCP 47 tag of the page's language, which dates and figures follow. */
  readonly language: string;
  readonly figures: FigureFormat;
  readonly #numbers: Intl.NumberFormat;
  readonly #percents: Intl.NumberFormat;
  readonly #any: Intl.ListFormat;
  readonly #all: Intl.ListFormat;
  readonly #series: Intl.ListFormat;

  constructor(strings: Strings, language: string) {
    const tag = intlTag(language);
    this.strings = strings;
    this.language = language;
    this.figures = new FigureFormat(strings, language);
    this.#numbers = new Intl.NumberFormat(tag);
    this.#percents = new Intl.NumberFormat(tag, { style: "percent" });
    this.#any = new Intl.ListFormat(tag, { type: "disjunction" });
    this.#all = new Intl.ListFormat(tag, { type: "conjunction" });
    this.#series = new Intl.ListFormat(tag, { type: "unit", style: "short" });
  }

  /** Writes a period; "" if nothing is known of it. */
  span(span: Span): string {
    return formatSpan(span, this.language, this.strings);
  }

  /** Writes things one after the other, without a word between them. */
  list(things: readonly string[]): string {
    return this.#series.format(things);
  }

  /** Writes a whole number. */
  number(value: number): string {
    return this.#numbers.format(value);
  }

  /** Writes a share from 0 to 1; null stays null. */
  percent(share: number | null): string | null {
    return share === null ? null : this.#percents.format(share);
  }

  /** Writes quoted words as a choice. */
  anyOf(words: readonly string[]): string {
    return this.#any.format(words.map(quoted));
  }

  /** Writes quoted words as a list. */
  allOf(words: readonly string[]): string {
    return this.#all.format(words.map(quoted));
  }
}

function quoted(word: string): string {
  return `“${word}”`;
}

const silent: Wording = { count: "", notes: [], message: [], error: null, announcement: "" };

/** Words that a note offers in the place of one that is in no article. */
const offeredWords = 3;

/** Returns what to say in a state. */
export function wordingFor(state: SearchState, speech: Speech): Wording {
  const { strings } = speech;
  const announced = (message: string[]): Wording => ({ ...silent, message, announcement: message.join(" ") });
  switch (viewOf(state)) {
    case "idle":
      return silent;
    case "loading":
      return { ...silent, message: [waiting(state, speech)] };
    case "partial":
      return announced([strings.keepTyping]);
    case "empty":
      return announced(nothing(state, speech));
    case "error":
      return { ...silent, error: failure(state, strings) };
    case "results":
      return results(state, speech);
  }
}

function waiting(state: SearchState, speech: Speech): string {
  if (state.engine === "ready") return speech.strings.searching;
  return speech.strings.loading(speech.percent(progressOf(state)));
}

function results(state: SearchState, speech: Speech): Wording {
  const { strings } = speech;
  const { articles, statistics, total, terms = [], nearest } = state.answer!.result;
  const count = articles.length > 0 ? countOf(articles.length, total, speech) : "";
  const notes = [...closest(nearest, speech), ...noted(terms, speech)];
  // Heard after the articles, for which most readers search; seen before them.
  const figures =
    statistics.length > 0 ? strings.statistics.count(speech.number(statistics.length), statistics.length) : "";
  const announcement = isStale(state) ? "" : [count, ...notes, figures].filter(Boolean).join(" ");
  return { ...silent, count, notes, announcement };
}

function countOf(shown: number, total: number, speech: Speech): string {
  const { strings } = speech;
  if (shown < total) return strings.foundMore(speech.number(shown), speech.number(total));
  return strings.found(speech.number(total), total);
}

/** What is shown instead of what was asked for: a figure of another year is not an answer unless it says so. */
function closest(nearest: Nearest | null | undefined, speech: Speech): string[] {
  return nearest ? [speech.strings.statistics.nearest(yearsOf(nearest, speech))] : [];
}

function yearsOf({ years = [] }: Nearest, speech: Speech): string {
  return speech.list(years.map(String));
}

function noted(terms: readonly Term[], speech: Speech): string[] {
  const { strings } = speech;
  const taken = terms.filter((term) => term.match === "typo" && term.as.length > 0);
  const notes = taken.map(({ text, as }) =>
    strings.takenFor(speech.anyOf([text]), speech.anyOf(as.slice(0, offeredWords))),
  );
  const missing = missingOf(terms);
  if (missing.length > 0) notes.push(strings.notFound(speech.anyOf(missing), missing.length));
  return notes;
}

function nothing(state: SearchState, speech: Speech): string[] {
  const { strings } = speech;
  const { query, result } = state.answer!;
  const missing = missingOf(result.terms ?? []);
  const said = strings.nothingFor(query.trim());
  if (result.nearest?.years?.length) return [said, strings.statistics.yearsOnly(yearsOf(result.nearest, speech))];
  // Of a single word, all has been said.
  if (missing[0] === query.trim()) return [said, strings.whatToTry];
  const why = missing.length > 0 ? strings.missingWords(speech.allOf(missing), missing.length) : strings.noneTogether;
  return [said, why, strings.whatToTry];
}

function missingOf(terms: readonly Term[]): string[] {
  return terms.filter((term) => term.match === "missing").map((term) => term.text);
}

function failure(state: SearchState, strings: Strings): { text: string; details: string } {
  const fault = state.fault!;
  return { text: strings.errors[fault.code] ?? strings.errors.other, details: strings.details(fault.message) };
}
