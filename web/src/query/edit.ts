import type { Understood } from "../wire/statistic.ts";

/**
 * Filters are text: a reader sees in the box what is asked, can send it to
 * somebody, and goes back by deleting it. This is all the grammar that filters
 * write; the engine reads it, and much else.
 */

/** What can be filtered by. */
export type FilterGroup = "unit" | "year" | "kind" | "source" | "value";

/** A filter in a text, alone or among words. */
const written: Readonly<Record<Exclude<FilterGroup, "value">, RegExp>> = {
  unit: /(?:^|\s)unit:(?:"([^"]*)"|(\S+))/giu,
  kind: /(?:^|\s)kind:(?:"([^"]*)"|(\S+))/giu,
  source: /(?:^|\s)source:(?:"([^"]*)"|(\S+))/giu,
  year: /(?:^|\s)in (\d{4})(?!\S)/giu,
};

/** What the engine calls the parts that a group's filters are read as. */
const kinds: Readonly<Record<FilterGroup, string>> = {
  unit: "unit",
  kind: "kind",
  source: "source",
  year: "period",
  value: "value",
};

/** Returns the text without one understood part; unchanged if the part is not in it any more. */
export function withoutPart(query: string, part: Understood): string {
  const { start, end } = part;
  const there = query.slice(start, end) === part.text ? start : query.indexOf(part.text);
  if (there < 0 || end <= start) return query;
  return joined(query.slice(0, there), query.slice(there + part.text.length));
}

/** Returns the text without any of the parts, which are of this very text. */
export function withoutParts(query: string, parts: readonly Understood[]): string {
  // From the end, so that the offsets of those before stay right.
  return [...parts].sort((a, b) => b.start - a.start).reduce(withoutPart, query);
}

/** Returns what a text filters a group by; "" if by nothing. */
export function filterIn(query: string, group: keyof typeof written): string {
  const [found] = query.matchAll(written[group]);
  return found?.[1] ?? found?.[2] ?? "";
}

/** Returns the text with one filter in a group in the place of those before; null for none. */
export function withFilter(
  query: string,
  understood: readonly Understood[],
  group: FilterGroup,
  filter: string | null,
): string {
  const parts = understood.filter((part) => part.kind === kinds[group]);
  const cut = withoutParts(query, parts);
  const bare = group === "value" ? cut : cut.replaceAll(written[group], " ").replace(/\s+/g, " ").trim();
  return filter === null ? bare : joined(bare, filter);
}

/** Returns the text without any condition: its words alone. */
export function withoutFilters(query: string, understood: readonly Understood[]): string {
  const cut = withoutParts(query, understood);
  return Object.values(written)
    .reduce((text, filter) => text.replaceAll(filter, " "), cut)
    .replace(/\s+/g, " ")
    .trim();
}

/** Writes a filter for a facet's value. */
export function facetFilter(group: Exclude<FilterGroup, "value">, value: string): string {
  if (group === "year") return `in ${value}`;
  const bare = value.replaceAll('"', "");
  return `${group}:${/\s/.test(bare) ? `"${bare}"` : bare}`;
}

/** Writes a filter for a range of values; null if it has neither end, or ends that are no numbers. */
export function valueFilter(low: number | null, high: number | null): string | null {
  if (low !== null && high !== null) return `${plain(Math.min(low, high))}..${plain(Math.max(low, high))}`;
  if (low !== null) return `at least ${plain(low)}`;
  return high === null ? null : `at most ${plain(high)}`;
}

/** Returns the range of values that a filter of this page has put into a text; null for an end it does not have. */
export function rangeIn(query: string): [low: number | null, high: number | null] {
  const number = "-?\\d+(?:\\.\\d+)?";
  const both = new RegExp(`(?:^|\\s)(${number})\\.\\.(${number})(?!\\S)`, "u").exec(query);
  if (both) return [Number(both[1]), Number(both[2])];
  const one = new RegExp(`(?:^|\\s)at (least|most) (${number})(?!\\S)`, "u").exec(query);
  if (!one) return [null, null];
  return one[1] === "least" ? [Number(one[2]), null] : [null, Number(one[2])];
}

function plain(value: number): string {
  // Not 1e+21: the grammar knows digits.
  return value.toLocaleString("en", { useGrouping: false, maximumFractionDigits: 6 });
}

function joined(before: string, after: string): string {
  return [before.trim(), after.trim()].filter(Boolean).join(" ");
}
