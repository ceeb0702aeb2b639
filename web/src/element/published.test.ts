import assert from "node:assert/strict";
import { test } from "node:test";
import { formatPublished } from "./published.ts";

test("a date is written as exactly as it is known", () => {
  const cases: [string, string, string][] = [
    ["2024-02-24T07:17:00", "en", "February 24, 2024"],
    ["2024-02-24T23:59:00-11:00", "en", "February 24, 2024"],
    ["2024-02-24", "de", "24. Februar 2024"],
    ["2024-02", "en", "February 2024"],
    ["2024", "en", "2024"],
    ["2024-02-30", "en", "2024-02-30"],
    ["2024-13-01", "en", "2024-13-01"],
    ["last week", "en", "last week"],
    ["", "en", ""],
  ];
  for (const [published, language, want] of cases) assert.equal(formatPublished(published, language), want);
});

test("a language tag that is none does no harm", () => {
  assert.match(formatPublished("2024-02-24", "not a tag"), /2024/);
});
