import assert from "node:assert/strict";
import { test } from "node:test";
import type { SearchResult } from "../client/client.ts";
import { AlmanacError, abortError } from "../error.ts";
import { SearchController, type Searcher } from "./controller.ts";
import { viewOf } from "./reducer.ts";

function result(query: string): SearchResult {
  return { articles: [{ id: query, title: query, score: 1, passages: [] }], statistics: [], total: 1, tookMs: 1 };
}

interface Asked {
  readonly text: string;
  readonly limit: number;
  answer(): void;
  fail(error: Error): void;
}

/** A box over an archive whose opening and answers the test decides. */
class Bench {
  readonly asked: Asked[] = [];
  readonly views: string[] = [];
  readonly answers: string[] = [];
  readonly errors: AlmanacError[] = [];
  opened = 0;
  closed = 0;
  openFails: AlmanacError | null = null;
  progress: (loaded: number, total: number) => void = () => undefined;

  readonly #searcher: Searcher = {
    search: (text, { limit, signal }) =>
      new Promise((resolve, reject) => {
        const earlier = this.asked.at(-1);
        this.asked.push({ text, limit, answer: () => resolve(result(text)), fail: reject });
        earlier?.fail(abortError("newer"));
        signal.addEventListener("abort", () => reject(signal.reason as DOMException));
      }),
    close: () => void this.closed++,
  };

  readonly controller = new SearchController(
    {
      open: async (onProgress) => {
        this.opened++;
        this.progress = onProgress;
        if (this.openFails) throw this.openFails;
        return this.#searcher;
      },
      onState: (state) => void this.views.push(viewOf(state)),
      onAnswer: (query) => void this.answers.push(query),
      onError: (error) => void this.errors.push(error),
    },
    10,
  );

  get view(): string {
    return viewOf(this.controller.state);
  }
}

/** Lets what is already settled take effect. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

test("every keystroke searches at once, and only the answer to the latest counts", async () => {
  const bench = new Bench();
  for (const query of ["c", "cy", "cyb"]) {
    bench.controller.type(query);
    await settle();
  }
  assert.deepEqual(
    bench.asked.map((asked) => asked.text),
    ["c", "cy", "cyb"],
  );
  for (const asked of bench.asked) asked.answer();
  await settle();
  assert.deepEqual(bench.answers, ["cyb"]);
  assert.equal(bench.controller.state.answer?.query, "cyb");
});

test("keystrokes while the engine loads become one search", async () => {
  const bench = new Bench();
  for (const query of ["c", "cy", "cyb"]) bench.controller.type(query);
  await settle();
  assert.deepEqual(
    bench.asked.map((asked) => asked.text),
    ["cyb"],
  );
  assert.equal(bench.opened, 1);
});

test("once there are results, no keystroke shows anything else until the next answer", async () => {
  const bench = new Bench();
  bench.controller.type("c");
  await settle();
  bench.asked[0]?.answer();
  await settle();
  bench.views.length = 0;
  bench.controller.type("cy");
  await settle();
  bench.asked[1]?.answer();
  await settle();
  assert.ok(bench.views.length > 0 && bench.views.every((view) => view === "results"), String(bench.views));
});

test("emptying the box abandons the search", async () => {
  const bench = new Bench();
  bench.controller.type("c");
  await settle();
  bench.controller.type("");
  bench.asked[0]?.answer();
  await settle();
  assert.equal(bench.view, "idle");
  assert.deepEqual(bench.answers, []);
});

test("a failed search shows why, and retrying searches again", async () => {
  const bench = new Bench();
  bench.controller.type("c");
  await settle();
  bench.asked[0]?.fail(new AlmanacError("network", "offline", "pack/a.alm"));
  await settle();
  assert.equal(bench.view, "error");
  assert.equal(bench.controller.state.fault?.file, "pack/a.alm");
  bench.controller.retry();
  await settle();
  assert.equal(bench.view, "loading");
  bench.asked[1]?.answer();
  await settle();
  assert.equal(bench.view, "results");
  assert.deepEqual(
    bench.errors.map((error) => error.code),
    ["network"],
  );
});

test("an archive that does not open shows why, once, and opens at the next try", async () => {
  const bench = new Bench();
  bench.openFails = new AlmanacError("network", "offline");
  bench.controller.type("c");
  await settle();
  assert.equal(bench.view, "error");
  assert.equal(bench.errors.length, 1);
  bench.openFails = null;
  bench.controller.retry();
  await settle();
  bench.asked[0]?.answer();
  await settle();
  assert.equal(bench.view, "results");
  assert.equal(bench.opened, 2);
});

test("a failure to load ahead of any text is told, but not shown in place of nothing", async () => {
  const bench = new Bench();
  bench.openFails = new AlmanacError("missing", "no archive");
  bench.controller.load();
  await settle();
  assert.equal(bench.view, "idle");
  assert.deepEqual(
    bench.errors.map((error) => error.code),
    ["missing"],
  );
});

test("more articles of the same search; another text starts over", async () => {
  const bench = new Bench();
  bench.controller.type("c");
  await settle();
  bench.controller.showMore();
  await settle();
  bench.controller.type("cy");
  await settle();
  assert.deepEqual(
    bench.asked.map(({ text, limit }) => `${text} ${limit}`),
    ["c 10", "c 20", "cy 10"],
  );
});

test("letting go closes the archive, also one that is still opening, and keeps the text", async () => {
  const bench = new Bench();
  bench.controller.type("c");
  bench.controller.release();
  await settle();
  assert.equal(bench.closed, 1);
  assert.equal(bench.asked.length, 0);
  assert.equal(bench.controller.state.query, "c");
  bench.controller.resume();
  await settle();
  assert.equal(bench.opened, 2);
  bench.asked[0]?.answer();
  await settle();
  assert.equal(bench.view, "results");
  bench.controller.release();
  bench.controller.resume();
  await settle();
  assert.equal(bench.asked.length, 1, "what is answered is not asked again");
});

test("progress reaches the state", async () => {
  const bench = new Bench();
  bench.controller.load();
  bench.progress(1, 2);
  assert.deepEqual(bench.controller.state.progress, { loadedBytes: 1, totalBytes: 2 });
});
