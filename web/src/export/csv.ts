import type { Statistic } from "../wire/statistic.ts";

type Cell = string | number | null | undefined;

/** The columns of "almanac statistics --format csv", so that the two tables can be joined. */
const columns: readonly (readonly [name: string, cell: (s: Statistic) => Cell])[] = [
  ["id", (s) => s.id],
  ["article", (s) => s.article.id],
  ["title", (s) => s.article.title],
  ["published", (s) => s.article.published],
  ["value", (s) => s.value],
  ["upper", (s) => s.high],
  ["bound", (s) => s.bound],
  ["unit", (s) => s.unit?.name],
  ["unit_code", (s) => s.unit?.code],
  ["kind", (s) => s.kind],
  ["measure", (s) => s.measure?.label],
  ["series", (s) => s.measure?.key],
  ["of", (s) => s.share?.of],
  ["agency", (s) => s.agency],
  ["source", (s) => s.source],
  ["place", (s) => s.place],
  ["period_start", (s) => s.period?.start],
  ["period_end", (s) => s.period?.end],
  ["period_text", (s) => s.period?.text],
  ["period_basis", (s) => s.period?.basis],
  ["change_percent", (s) => s.change?.percent],
  ["change_direction", (s) => s.change?.direction],
  ["salience", (s) => s.salience],
  ["confidence", (s) => s.confidence],
  ["sentence", (s) => s.sentence],
  ["url", (s) => s.article.url],
];

/** Returns statistics as a table: RFC 4180, a header and one row each. */
export function toCSV(statistics: readonly Statistic[]): string {
  const rows = statistics.map((statistic) => columns.map(([, cell]) => written(cell(statistic))));
  return [columns.map(([name]) => name), ...rows].map((row) => `${row.join(",")}\r\n`).join("");
}

function written(cell: Cell): string {
  if (cell === null || cell === undefined) return "";
  // Numbers are ours to write: a minus at their front is one.
  if (typeof cell === "number") return String(cell);
  const text = harmless(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Spreadsheets run text that begins like a formula, and archives are made of
 * text that others wrote: an apostrophe in front makes it text again.
 */
function harmless(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
}
