import assert from "node:assert/strict";
import { test } from "node:test";
import { initialState, reduce, type SearchAction } from "../state/reducer.ts";
import { english, stringsFor } from "../strings.ts";
import type { EngineResult, Term } from "../wire/protocol.ts";
import { statistic } from "../wire/testing/statistics.ts";
import { Speech, wordingFor, type Wording } from "./wording.ts";

const speech = new Speech(english, "en");

function say(...actions: SearchAction[]): Wording {
  return wordingFor(actions.reduce(reduce, initialState(10)), speech);
}

function found(shown: number, total: number, terms: Term[] = [], partial = false): SearchAction[] {
  const articles = Array.from({ length: shown }, (_, i) => ({ id: `${i}`, title: "", score: 1, passages: [] }));
  const result: EngineResult = { articles, statistics: [], total, terms, partial };
  return [
    { type: "typed", query: "some words" },
    { type: "answered", query: "some words", limit: 10, result },
  ];
}

const typo: Term = { text: "cybercrme", match: "typo", as: ["cybercrime", "cybercrimes"] };
const missing: Term = { text: "2018", match: "missing", as: [] };
const other: Term = { text: "xyzzy", match: "missing", as: [] };
const exact: Term = { text: "crime", match: "exact", as: ["crime"] };

test("how many articles there are", () => {
  assert.equal(say(...found(1, 1)).count, "1 article");
  assert.equal(say(...found(5, 5)).count, "5 articles");
  assert.equal(say(...found(10, 1234)).count, "10 of 1,234 articles");
});

test("what became of words that are in no article", () => {
  const { notes, announcement } = say(...found(2, 2, [exact, typo, missing]));
  assert.deepEqual(notes, [
    "No article has “cybercrme”; these have “cybercrime” or “cybercrimes”.",
    "No article has “2018”.",
  ]);
  assert.equal(announcement, ["2 articles", ...notes].join(" "));
  assert.deepEqual(say(...found(2, 2, [missing, other])).notes, ["No article has any of “2018” or “xyzzy”."]);
});

test("nothing found names the missing words and what to try", () => {
  const { message, announcement, count } = say(...found(0, 0, [exact, missing, other]));
  assert.deepEqual(message, [
    "Nothing found for “some words”.",
    "These words are in no article: “2018” and “xyzzy”.",
    "Check the spelling, or try fewer or more general words.",
  ]);
  assert.equal(announcement, message.join(" "));
  assert.equal(count, "");
  const single = say(...found(0, 0, [{ text: "some words", match: "missing", as: [] }]));
  assert.equal(single.message.length, 2);
  assert.equal(say(...found(0, 0, [exact])).message[1], "No article has these words together.");
});

test("a query with nothing to look up yet asks to go on", () => {
  assert.match(say(...found(0, 0, [], true)).message.join(" "), /^Keep typing/);
});

test("loading tells how far it is, if that is known, and is not announced", () => {
  const typed: SearchAction = { type: "typed", query: "a" };
  assert.deepEqual(say(typed, { type: "loading" }).message, ["Loading search…"]);
  const progressed: SearchAction = { type: "progressed", loadedBytes: 43, totalBytes: 100 };
  assert.deepEqual(say(typed, { type: "loading" }, progressed).message, ["Loading search… 43%"]);
  const ready = say(typed, { type: "loading" }, { type: "loaded" });
  assert.deepEqual([ready.message, ready.announcement], [["Searching…"], ""]);
});

test("stale results are not announced again", () => {
  const stale = say(...found(2, 2), { type: "typed", query: "some words more" });
  assert.equal(stale.count, "2 articles");
  assert.equal(stale.announcement, "");
});

test("every error has a text, and the details name the file", () => {
  for (const code of ["network", "missing", "damaged", "internal", "no such code"]) {
    const fault = { code, message: "pack/a.alm could not be fetched" };
    const { error } = say({ type: "typed", query: "a" }, { type: "failed", query: "a", fault });
    assert.ok(error && error.text.length > 20);
    assert.equal(error.details, "Details: pack/a.alm could not be fetched");
  }
});

test("an idle box is silent", () => {
  assert.deepEqual(say(), { count: "", notes: [], message: [], error: null, announcement: "" });
});

test("figures and lists follow the language, whatever its tag is", () => {
  assert.equal(new Speech(english, "de").number(1234), "1.234");
  for (const tag of ["", "not a tag", "xx-YY"]) assert.match(new Speech(stringsFor(tag), tag).number(1234), /^1.?234$/);
});

test("statistics are counted after the articles, and alone", () => {
  const two = [statistic(), statistic({ id: "s2" })];
  const [typed, answered] = found(2, 2) as [SearchAction, Extract<SearchAction, { type: "answered" }>];
  const withTwo = { ...answered, result: { ...answered.result, statistics: two } };
  assert.deepEqual(
    [say(typed, withTwo).count, say(typed, withTwo).announcement],
    ["2 articles", "2 articles 2 statistics"],
  );
  const alone = { ...answered, result: { articles: [], statistics: two, total: 0 } };
  assert.deepEqual([say(typed, alone).count, say(typed, alone).announcement], ["", "2 statistics"]);
});

test("what is not exactly what was asked for says so, with the years there are", () => {
  const nearest = { reason: "no_exact_match", years: [2020, 2021, 2023] };
  const near = (shown: number) => {
    const [typed, answered] = found(shown, shown) as [SearchAction, Extract<SearchAction, { type: "answered" }>];
    return say(typed, { ...answered, result: { ...answered.result, nearest } });
  };
  assert.deepEqual(near(1).notes, ["No exact match; closest instead. Years we have: 2020, 2021, 2023."]);
  assert.deepEqual(near(0).message, ["Nothing found for “some words”.", "Years we have: 2020, 2021, 2023."]);
});
