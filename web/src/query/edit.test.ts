import assert from "node:assert/strict";
import { test } from "node:test";
import type { Understood } from "../wire/statistic.ts";
import { facetFilter, filterIn, rangeIn, valueFilter, withFilter, withoutPart, withoutParts } from "./edit.ts";

function part(query: string, text: string, kind = "value"): Understood {
  const start = query.indexOf(text);
  assert.ok(start >= 0);
  return { kind, text, label: text, start, end: start + text.length };
}

test("a part is cut out by its place, and leaves one space", () => {
  const cases: [string, string, string][] = [
    ["more than 2,000 lawsuits", "more than 2,000", "lawsuits"],
    ["lawsuits > 2000", "> 2000", "lawsuits"],
    ["cases in 2020 in China", "in 2020", "cases in China"],
    ["😀 cases in 2020", "in 2020", "😀 cases"],
    ["in 2020", "in 2020", ""],
  ];
  for (const [query, text, want] of cases) assert.equal(withoutPart(query, part(query, text)), want);
});

test("of two equal parts the one at the offsets goes", () => {
  assert.equal(withoutPart("50 or 50 people", { kind: "value", text: "50", start: 6, end: 8 }), "50 or people");
});

test("a part that has moved since is found again; one that is gone stays gone", () => {
  const moved = part("fraud in 2020", "in 2020", "period");
  assert.equal(withoutPart("online fraud in 2020", moved), "online fraud");
  assert.equal(withoutPart("fraud", moved), "fraud");
  assert.equal(withoutPart("fraud", { kind: "value", text: "", start: 0, end: 0 }), "fraud");
});

test("all parts go at once, in whatever order", () => {
  const query = "more than 2,000 lawsuits in 2021 rose";
  const parts = ["in 2021", "rose", "more than 2,000"].map((text) => part(query, text));
  assert.equal(withoutParts(query, parts), "lawsuits");
});

test("a filter takes the place of the group's one before", () => {
  assert.equal(withFilter("fraud", [], "unit", "unit:people"), "fraud unit:people");
  assert.equal(withFilter("fraud unit:people", [], "unit", "unit:cases"), "fraud unit:cases");
  assert.equal(withFilter('fraud source:"China Daily" in 2020', [], "source", null), "fraud in 2020");
  assert.equal(withFilter("fraud in 2020", [], "year", "in 2021"), "fraud in 2021");
  const query = "more than 2,000 lawsuits since 2019";
  const parts = [part(query, "more than 2,000"), part(query, "since 2019", "period")];
  assert.equal(withFilter(query, parts, "value", "10..20"), "lawsuits since 2019 10..20");
  assert.equal(withFilter(query, parts, "year", "in 2021"), "more than 2,000 lawsuits in 2021");
  assert.equal(withFilter("", [], "kind", "kind:share"), "kind:share");
});

test("the filter in a text is found, and only a filter is", () => {
  assert.equal(filterIn("fraud unit:people", "unit"), "people");
  assert.equal(filterIn('Source:"China Daily"', "source"), "China Daily");
  assert.equal(filterIn("cases in 2021", "year"), "2021");
  assert.equal(filterIn("subunit:people in 20211", "unit") + filterIn("in 20211", "year"), "");
});

test("what a facet writes is found again", () => {
  for (const value of ["people", "phone calls", 'so-called "cards"', "中国"]) {
    const found = filterIn(`words ${facetFilter("source", value)} words`, "source");
    assert.equal(found, value.replaceAll('"', ""));
  }
  assert.equal(facetFilter("year", "2021"), "in 2021");
});

test("a range of values has two ends, or one", () => {
  assert.equal(valueFilter(10, 20), "10..20");
  assert.equal(valueFilter(20, 10), "10..20");
  assert.equal(valueFilter(1.5, null), "at least 1.5");
  assert.equal(valueFilter(null, 1e21), "at most 1000000000000000000000");
  assert.equal(valueFilter(null, null), null);
  const ranges: [number | null, number | null][] = [
    [10, 20],
    [-5, 1.5],
    [1e6, null],
    [null, 40],
    [null, null],
  ];
  for (const [low, high] of ranges) {
    assert.deepEqual(rangeIn(`cases ${valueFilter(low, high) ?? ""} in 2021`), [low, high]);
  }
});
