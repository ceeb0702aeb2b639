import assert from "node:assert/strict";
import { test } from "node:test";
import type { EngineResult } from "../wire/protocol.ts";
import { statistic } from "../wire/testing/statistics.ts";
import { initialState, isStale, progressOf, reduce, viewOf, type SearchAction, type SearchState } from "./reducer.ts";

function result(count: number, partial = false): EngineResult {
  const articles = Array.from({ length: count }, (_, i) => ({ id: `a${i}`, title: "", score: 1, passages: [] }));
  return { articles, statistics: [], total: count, partial };
}

function after(...actions: SearchAction[]): SearchState {
  return actions.reduce(reduce, initialState(10));
}

const typed = (query: string): SearchAction => ({ type: "typed", query });
const answered = (query: string, found: EngineResult, limit = 10): SearchAction => ({
  type: "answered",
  query,
  limit,
  result: found,
});
const failed = (query: string): SearchAction => ({ type: "failed", query, fault: { code: "network", message: "" } });

test("what there is to see", () => {
  const cases: [string, SearchAction[]][] = [
    ["idle", []],
    ["idle", [{ type: "loading" }]],
    ["loading", [typed("a")]],
    ["results", [typed("a"), answered("a", result(2))]],
    ["partial", [typed("the"), answered("the", result(0, true))]],
    ["empty", [typed("a"), answered("a", result(0))]],
    ["error", [typed("a"), failed("a")]],
    ["idle", [typed("a"), answered("a", result(2)), typed("")]],
    ["idle", [typed("a"), failed("a"), typed(" ")]],
    ["results", [typed("a"), failed("a"), typed("ab"), answered("ab", result(1))]],
  ];
  for (const [view, actions] of cases) assert.equal(viewOf(after(...actions)), view, JSON.stringify(actions));
});

test("results stay until the next ones are there, and are known to be stale", () => {
  const between = after(typed("a"), answered("a", result(2)), typed("ab"));
  assert.equal(viewOf(between), "results");
  assert.ok(isStale(between));
  assert.ok(!isStale(reduce(between, answered("ab", result(1)))));
});

test("answers and errors of an earlier text are dropped", () => {
  const state = after(typed("a"), typed("ab"));
  assert.equal(reduce(state, answered("a", result(2))), state);
  assert.equal(reduce(state, failed("a")), state);
  const longer = reduce(state, { type: "limited", limit: 20 });
  assert.equal(reduce(longer, answered("ab", result(2), 10)), longer);
});

test("the keyboard moves within the results and no further", () => {
  const state = after(typed("a"), answered("a", result(3)));
  const to = (active: number) => reduce(state, { type: "moved", active }).active;
  assert.deepEqual([-5, -1, 0, 2, 3, 99].map(to), [-1, -1, 0, 2, 2, 2]);
  assert.equal(reduce(after(typed("a"), answered("a", result(0))), { type: "moved", active: 0 }).active, -1);
});

test("typing brings the keyboard back to the box; more results do not", () => {
  const state = after(typed("a"), answered("a", result(3)), { type: "moved", active: 2 });
  assert.equal(reduce(state, typed("ab")).active, -1);
  const more = [{ type: "limited", limit: 20 } as const, answered("a", result(6), 20)].reduce(reduce, state);
  assert.equal(more.active, 2);
  assert.equal(more.answer?.result.articles.length, 6);
});

test("an article is expanded, and collapsed again, until the words change", () => {
  const toggle: SearchAction = { type: "toggled", id: "a1" };
  const state = after(typed("a"), answered("a", result(3)), toggle);
  assert.ok(state.expanded.has("a1"));
  assert.ok(!reduce(state, toggle).expanded.has("a1"));
  assert.ok(reduce(state, typed("ab")).expanded.has("a1"), "stays while the old results are shown");
  assert.equal([typed("ab"), answered("ab", result(3))].reduce(reduce, state).expanded.size, 0);
});

test("all statistics are shown, and few again, until the words change", () => {
  const widened: SearchAction = { type: "widened" };
  const state = after(typed("a"), answered("a", result(3)), widened);
  assert.ok(state.wide);
  assert.ok(!reduce(state, widened).wide);
  assert.ok([{ type: "limited", limit: 20 } as const, answered("a", result(3), 20)].reduce(reduce, state).wide);
  assert.ok(!reduce(reduce(state, typed("ab")), answered("ab", result(3))).wide);
});

test("statistics without an article are results", () => {
  const found = { ...result(0), statistics: [statistic()] };
  assert.equal(viewOf(after(typed("a"), answered("a", found))), "results");
});

test("retrying forgets the error and keeps the text", () => {
  const state = after(typed("a"), failed("a"), { type: "retried" });
  assert.equal(viewOf(state), "loading");
  assert.equal(state.query, "a");
});

test("progress is a share only if the size is known, and only while loading", () => {
  const progress = (loadedBytes: number, totalBytes: number): SearchAction => ({
    type: "progressed",
    loadedBytes,
    totalBytes,
  });
  assert.equal(progressOf(after({ type: "loading" }, progress(1, 4))), 0.25);
  assert.equal(progressOf(after({ type: "loading" }, progress(5, 4))), 1);
  assert.equal(progressOf(after({ type: "loading" }, progress(5, 0))), null);
  assert.equal(progressOf(after(progress(1, 4))), null);
  assert.equal(progressOf(after({ type: "loading" }, progress(1, 4), { type: "loaded" })), null);
});

test("states are not changed in place", () => {
  const actions = [
    typed("a"),
    answered("a", result(2)),
    { type: "toggled", id: "a0" } as const,
    { type: "moved", active: 1 } as const,
    failed("a"),
  ];
  actions.reduce((state, action) => {
    Object.freeze(state);
    return reduce(state, action);
  }, initialState(10));
});
