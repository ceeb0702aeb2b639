import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { AlmanacError } from "../error.ts";
import type { Manifest } from "../manifest/manifest.ts";
import type { ChunkNeed } from "../wire/protocol.ts";
import type { Report } from "./messages.ts";
import { SearchService } from "./service.ts";
import { FakeEngine } from "./testing/fake-engine.ts";

const base = "https://example.org/archive/";
const manifest: Manifest = {
  format: 1,
  build: "b1",
  root: "pack/root.1.alm",
  engine: { wasm: "e.wasm" },
  worker: "w.js",
};

/** Files of one chunk each: the chunk's number is the file's name. */
function chunkFile(chunk: number): { need: ChunkNeed; bytes: Uint8Array } {
  const bytes = gzipSync(`chunk ${chunk}`);
  return { need: { chunk, file: `${chunk}.alm`, offset: 0, length: bytes.length, size: bytes.length }, bytes };
}

/** A service over a fake engine and an in-memory site. */
class Bench {
  readonly engine: FakeEngine;
  readonly reports: Report[] = [];
  readonly files = new Map<string, Uint8Array>([[manifest.root, gzipSync("the root")]]);
  readonly fetched: string[] = [];
  readonly #tasks: (() => void)[] = [];
  readonly #waiting: (() => void)[] = [];
  startFails: Error | null = null;
  exit: () => void = () => undefined;
  readonly service: SearchService;

  constructor(needs: Record<string, number[]> = {}) {
    const found = Object.entries(needs).map(([text, chunks]) => [text, chunks.map((c) => chunkFile(c).need)] as const);
    for (const chunk of Object.values(needs).flat()) this.files.set(`pack/${chunk}.alm`, chunkFile(chunk).bytes);
    this.engine = new FakeEngine(Object.fromEntries(found));
    this.service = new SearchService({
      fetch: async (url) => {
        this.fetched.push(url.slice(base.length));
        const bytes = this.files.get(url.slice(base.length));
        return bytes ? new Response(Uint8Array.from(bytes)) : new Response(null, { status: 404 });
      },
      startEngine: async (_fetchFile, _files, onProgress, onExit) => {
        if (this.startFails) throw this.startFails;
        this.exit = onExit;
        onProgress(10, 20);
        return this.engine.call;
      },
      later: (task) => void this.#tasks.push(task),
      report: (report) => {
        this.reports.push(report);
        for (const wake of this.#waiting.splice(0)) wake();
      },
    });
  }

  /** Runs what the service put off. */
  runTasks(): void {
    for (const task of this.#tasks.splice(0)) task();
  }

  /** Resolves with the next report that fits. */
  async report<T extends Report["type"]>(type: T): Promise<Extract<Report, { type: T }>> {
    for (;;) {
      const found = this.reports.find((report) => report.type === type);
      if (found) return found as Extract<Report, { type: T }>;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  open(early: string[] = []): void {
    this.service.handle({ type: "open", base, manifest, early });
  }

  search(query: number, text: string): void {
    this.service.handle({ type: "search", query, text, limit: 10, typing: true });
  }
}

async function opened(needs: Record<string, number[]> = {}): Promise<Bench> {
  const bench = new Bench(needs);
  bench.open();
  await bench.report("opened");
  return bench;
}

test("opening loads engine and root and says what the archive holds", async () => {
  const bench = await opened();
  assert.deepEqual(bench.reports, [
    { type: "progress", loadedBytes: 10, totalBytes: 20 },
    { type: "opened", holdings: { articles: 5, passages: 70 } },
  ]);
  assert.deepEqual(bench.engine.log, ["open the root"]);
});

test("a search brings the chunks it lacks, round by round, and reports its result", async () => {
  const bench = await opened({ crime: [3, 4] });
  bench.search(1, "crime");
  bench.runTasks();
  const { query, result } = await bench.report("found");
  assert.equal(query, 1);
  assert.equal(result.articles[0]?.title, "crime");
  assert.deepEqual(bench.engine.log.slice(1), [
    "search 1 crime limit=10 flags=1",
    "supply 3 chunk 3",
    "supply 4 chunk 4",
  ]);
});

test("what was dropped before its turn never runs", async () => {
  const bench = await opened();
  bench.search(1, "a");
  bench.search(2, "ab");
  bench.service.handle({ type: "drop", query: 1 });
  bench.runTasks();
  assert.equal((await bench.report("found")).query, 2);
  assert.deepEqual(bench.engine.log.slice(1), ["drop 1", "search 2 ab limit=10 flags=1"]);
});

test("a query dropped while its chunks are on the way is dropped in the engine and not answered", async () => {
  const bench = await opened({ slow: [3] });
  bench.search(1, "slow");
  bench.runTasks();
  bench.service.handle({ type: "drop", query: 1 });
  bench.search(2, "quick");
  bench.runTasks();
  assert.equal((await bench.report("found")).query, 2);
  assert.ok(bench.engine.log.includes("drop 1"));
  assert.equal(bench.reports.filter((report) => report.type === "refused").length, 0);
});

test("a missing chunk refuses the query with the file's name, and a later search succeeds", async () => {
  const bench = await opened({ crime: [3] });
  const bytes = bench.files.get("pack/3.alm")!;
  bench.files.delete("pack/3.alm");
  bench.search(1, "crime");
  bench.runTasks();
  const { fault } = await bench.report("refused");
  assert.equal(fault.code, "missing");
  assert.equal(fault.file, "pack/3.alm");
  bench.files.set("pack/3.alm", bytes);
  bench.search(2, "crime");
  bench.runTasks();
  assert.equal((await bench.report("found")).query, 2);
});

test("what goes wrong while opening is reported with its code", async () => {
  const cases: [string, (bench: Bench) => void][] = [
    ["missing", (bench) => bench.files.delete(manifest.root)],
    ["damaged", (bench) => bench.files.set(manifest.root, gzipSync("the root").subarray(0, 20))],
    ["version", (bench) => (bench.engine.openAnswer = { error: { code: "version", message: "format 2" } })],
    ["blocked", (bench) => (bench.startFails = new AlmanacError("blocked", "by policy"))],
    ["engine", (bench) => (bench.startFails = new Error("odd"))],
  ];
  for (const [code, spoil] of cases) {
    const bench = new Bench();
    spoil(bench);
    bench.open();
    assert.equal((await bench.report("failed")).fault.code, code);
  }
});

test("a root that the server has decompressed is taken as it is", async () => {
  const bench = new Bench();
  bench.files.set(manifest.root, new TextEncoder().encode("the root"));
  bench.open();
  await bench.report("opened");
  assert.deepEqual(bench.engine.log, ["open the root"]);
});

test("an engine that crashes or ends is reported as failed", async () => {
  const crashed = await opened();
  crashed.engine.crash = new Error("Go program has already exited");
  crashed.search(1, "a");
  crashed.runTasks();
  const { fault } = await crashed.report("failed");
  assert.equal(fault.code, "engine");
  assert.match(fault.message, /already exited.*Search again/);

  const ended = await opened();
  ended.exit();
  assert.equal((await ended.report("failed")).fault.code, "engine");
});

test("a query that asks for the same chunk for ever is refused", async () => {
  const bench = new Bench({ loop: [3] });
  bench.engine.forgetful = true;
  bench.open();
  await bench.report("opened");
  bench.search(1, "loop");
  bench.runTasks();
  assert.match((await bench.report("refused")).fault.message, /does not come to an end/);
});

test("the page's early fetch is used, and a failed one is fetched again", async () => {
  const early = new Bench();
  early.files.clear();
  early.open([manifest.root]);
  const body = Uint8Array.from(gzipSync("early root")).buffer;
  early.service.handle({ type: "early", file: manifest.root, response: { contentType: "", length: 0, body } });
  await early.report("opened");
  assert.deepEqual(early.engine.log, ["open early root"]);
  assert.deepEqual(early.fetched, []);

  const failed = new Bench();
  failed.open([manifest.root]);
  failed.service.handle({ type: "early", file: manifest.root, response: null });
  await failed.report("opened");
  assert.deepEqual(failed.fetched, [manifest.root]);
});
