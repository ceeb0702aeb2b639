import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Answered } from "./protocol.ts";
import type { Facets, Nearest, Series, SeriesPoint, Statistic, Understood } from "./statistic.ts";

/** All keys of a type: the compiler refuses a list that lacks one or has one too many. */
type Keys<T> = Readonly<Record<keyof T, true>>;

const statistic: Keys<Statistic> = {
  id: true,
  value: true,
  high: true,
  text: true,
  unit: true,
  bound: true,
  kind: true,
  trend: true,
  measure: true,
  agency: true,
  source: true,
  place: true,
  period: true,
  change: true,
  share: true,
  conversion: true,
  series: true,
  salience: true,
  confidence: true,
  article: true,
  paragraph: true,
  sentence: true,
  value_span: true,
  highlights: true,
  match: true,
  score: true,
  readings: true,
};
const series: Keys<Series> = { id: true, label: true, unit: true, place: true, points: true, notes: true };
const point: Keys<SeriesPoint> = {
  value: true,
  high: true,
  bound: true,
  period: true,
  statistic: true,
  article: true,
  calculated: true,
  partial: true,
};
const facets: Keys<Facets> = { unit: true, year: true, kind: true, source: true, histogram: true };
const understood: Keys<Understood> = { kind: true, text: true, label: true, start: true, end: true };
const nearest: Keys<Nearest> = { reason: true, years: true };

function golden(name: string): Answered["result"] {
  // Compiled tests run from web/.build/src/wire.
  const file = new URL("../../../../wasm/wire/testdata/messages.json", import.meta.url);
  const { answers } = JSON.parse(readFileSync(file, "utf8")) as { answers: { name: string; json: Answered }[] };
  const answer = answers.find((candidate) => candidate.name === name);
  assert.ok(answer, `the engine's tests have an answer called ${name}`);
  return answer.json.result;
}

test("what the engine writes of statistics is what this side reads, key by key", () => {
  const result = golden("statistics");
  const pairs: [object | null | undefined, object][] = [
    ...result.statistics.map((one) => [one, statistic] as [object, object]),
    [result.series?.[0], series],
    [result.series?.[0]?.points[0], point],
    [result.facets, facets],
    [result.understood?.[0], understood],
    [result.nearest, nearest],
  ];
  for (const [written, read] of pairs) assert.deepEqual(Object.keys(written ?? {}).sort(), Object.keys(read).sort());
});
