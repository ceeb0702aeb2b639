import assert from "node:assert/strict";
import { test } from "node:test";
import { AlmanacError } from "../error.ts";
import type { Manifest } from "../manifest/manifest.ts";
import { Almanac, absoluteBase } from "./client.ts";
import { Connection } from "./connection.ts";
import { FakeChannel } from "./testing/fake-channel.ts";

const base = "https://example.org/archive/";

function manifest(build: string): Manifest {
  return { format: 1, build, root: `pack/root.${build}.alm`, engine: { wasm: "e.wasm" }, worker: `w.${build}.js` };
}

/** A client whose workers are fakes, made in order by the test. */
class Bench {
  readonly channels: FakeChannel[] = [];
  /** What the server's almanac.json says now. */
  deployed = "b1";
  manifestReads = 0;
  /** If set, why almanac.json cannot be read now. */
  unreadable: AlmanacError | null = null;
  /** Prepares the next channel. */
  prepare: (channel: FakeChannel, build: string) => void = () => undefined;
  readonly connection = new Connection(base, true, {
    fetchEarly: () => [],
    firstManifest: async () => manifest("b1"),
    freshManifest: async () => {
      this.manifestReads++;
      if (this.unreadable) throw this.unreadable;
      return manifest(this.deployed);
    },
    openChannel: async (_base, file) => {
      const channel = new FakeChannel();
      this.prepare(channel, file);
      this.channels.push(channel);
      return channel;
    },
  });
  readonly almanac = new Almanac(this.connection, () => this.connection.close());

  get channel(): FakeChannel {
    return this.channels.at(-1)!;
  }
}

async function opened(): Promise<Bench> {
  const bench = new Bench();
  await bench.connection.open();
  return bench;
}

/** Lets what is already settled take effect. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

test("a search returns the engine's result and how long it took", async () => {
  const { almanac, channel } = await opened();
  const search = almanac.search("crime", { limit: 3, typing: true });
  channel.find("crime");
  const result = await search;
  assert.equal(result.articles[0]?.title, "crime");
  assert.ok(result.tookMs >= 0);
  const posted = channel.commands.at(-1);
  assert.ok(posted?.type === "search" && posted.limit === 3 && posted.typing);
  assert.deepEqual(almanac.info, { base, build: "b1", articles: 5, passages: 70, mode: "worker" });
});

test("a newer search takes the place of the one before, which is dropped after the newer is posted", async () => {
  const { almanac, channel } = await opened();
  const first = assert.rejects(almanac.search("a"), { name: "AbortError" });
  const second = almanac.search("ab");
  await first;
  assert.deepEqual(
    channel.commands.slice(1).map((command) => command.type),
    ["search", "search", "drop"],
  );
  channel.find("ab");
  assert.equal((await second).articles[0]?.id, "ab");
});

test("an answer to a dropped search that is already on its way is ignored", async () => {
  const { almanac, channel } = await opened();
  const first = assert.rejects(almanac.search("a"), { name: "AbortError" });
  const second = almanac.search("ab");
  channel.find("a");
  channel.find("ab");
  await first;
  assert.equal((await second).articles[0]?.id, "ab");
});

test("concurrent searches and other handles do not give way", async () => {
  const { almanac, channel, connection } = await opened();
  const other = new Almanac(connection, () => undefined);
  const searches = [
    almanac.search("a", { concurrent: true }),
    almanac.search("b", { concurrent: true }),
    other.search("c"),
    almanac.search("d"),
  ];
  for (const text of ["d", "c", "b", "a"]) channel.find(text);
  assert.deepEqual(
    (await Promise.all(searches)).map((result) => result.articles[0]?.id),
    ["a", "b", "c", "d"],
  );
});

test("a signal abandons its search, before or while it runs", async () => {
  const { almanac, channel } = await opened();
  await assert.rejects(almanac.search("a", { signal: AbortSignal.abort() }), { name: "AbortError" });
  assert.deepEqual(channel.searched, []);
  const controller = new AbortController();
  const search = almanac.search("b", { signal: controller.signal });
  controller.abort();
  await assert.rejects(search, { name: "AbortError" });
  assert.equal(channel.commands.at(-1)?.type, "drop");
});

test("what is abandoned while the engine loads is never searched", async () => {
  const bench = new Bench();
  const first = assert.rejects(bench.almanac.search("a"), { name: "AbortError" });
  const second = bench.almanac.search("ab");
  await first;
  while (bench.channels.length === 0 || bench.channel.searched.length === 0) await settle();
  assert.equal(bench.channel.searched.length, 1);
  bench.channel.find("ab");
  await second;
});

test("a refused search rejects with its code, and the next one goes through", async () => {
  const { almanac, channel } = await opened();
  const failed = assert.rejects(
    almanac.search("a"),
    (thrown) => thrown instanceof AlmanacError && thrown.code === "network",
  );
  channel.refuse("a", "network");
  await failed;
  const next = almanac.search("b");
  channel.find("b");
  await next;
});

test("after a crash the next search starts the engine anew", async () => {
  const bench = await opened();
  const failed = assert.rejects(bench.almanac.search("a"), { code: "engine" });
  bench.channel.crash(new AlmanacError("engine", "out of memory"));
  await failed;
  assert.ok(bench.channels[0]?.closed);
  const next = bench.almanac.search("b");
  while (bench.channels.length < 2 || bench.channel.searched.length === 0) await settle();
  bench.channel.find("b");
  assert.equal((await next).articles[0]?.id, "b");
});

test("a deploy while the page is open: all searches that met it start over once with the new build", async () => {
  const bench = await opened();
  bench.deployed = "b2";
  const both = [bench.almanac.search("a", { concurrent: true }), bench.almanac.search("b", { concurrent: true })];
  bench.channel.refuse("a", "missing");
  bench.channel.refuse("b", "missing");
  while (bench.channels.length < 2 || bench.channel.searched.length < 2) await settle();
  assert.ok(bench.channels[0]?.closed);
  bench.channel.find("a");
  bench.channel.find("b");
  await Promise.all(both);
  assert.equal(bench.channels.length, 2);
  assert.equal(bench.almanac.info?.build, "b2");
});

test("a search that waits when another starts over starts over too", async () => {
  const bench = await opened();
  bench.deployed = "b2";
  const both = [bench.almanac.search("a", { concurrent: true }), bench.almanac.search("b", { concurrent: true })];
  bench.channel.refuse("a", "analysis");
  while (bench.channels.length < 2 || bench.channel.searched.length < 2) await settle();
  bench.channel.find("b");
  bench.channel.find("a");
  await Promise.all(both);
});

test("a file that is missing from the newest build too is an error, without a second engine", async () => {
  const bench = await opened();
  const failed = assert.rejects(bench.almanac.search("a"), { code: "missing" });
  bench.channel.refuse("a", "missing");
  await failed;
  assert.equal(bench.channels.length, 1);
  assert.equal(bench.manifestReads, 1);
});

test("a deploy that outdates the script itself says so; a manifest out of reach leaves the first error", async () => {
  for (const [code, want] of [
    ["manifest", "manifest"],
    ["network", "missing"],
  ] as const) {
    const bench = await opened();
    bench.unreadable = new AlmanacError(code, "format 2");
    const failed = assert.rejects(bench.almanac.search("a"), { code: want });
    bench.channel.refuse("a", "missing");
    await failed;
  }
});

test("a second start over for the same search is not made", async () => {
  const bench = await opened();
  bench.deployed = "b2";
  const failed = assert.rejects(bench.almanac.search("a"), { code: "missing" });
  bench.channel.refuse("a", "missing");
  while (bench.channels.length < 2 || bench.channel.searched.length === 0) await settle();
  bench.deployed = "b3";
  bench.channel.refuse("a", "missing");
  await failed;
  assert.equal(bench.channels.length, 2);
});

test("a script that outlived its build opens the server's build", async () => {
  const bench = new Bench();
  bench.deployed = "b2";
  bench.prepare = (channel, file) => {
    if (file.includes("b1")) channel.opening = { type: "failed", fault: { code: "missing", message: "gone" } };
  };
  const session = await bench.connection.open();
  assert.equal(session.manifest.build, "b2");
});

test("an archive that does not open rejects, and opens later", async () => {
  const bench = new Bench();
  bench.prepare = (channel) => (channel.opening = { type: "failed", fault: { code: "network", message: "offline" } });
  await assert.rejects(bench.connection.open(), { code: "network" });
  bench.prepare = () => undefined;
  await bench.connection.open();
  assert.equal(bench.channels.length, 2);
});

test("closing ends the worker and rejects what waits", async () => {
  const { almanac, channel } = await opened();
  const search = assert.rejects(almanac.search("a"), { name: "AbortError" });
  almanac.close();
  await search;
  assert.ok(channel.closed);
  await assert.rejects(almanac.search("b"), { code: "closed" });
});

test("closing while the engine loads ends the worker once it is there", async () => {
  const bench = new Bench();
  const opening = assert.rejects(bench.connection.open(), { code: "closed" });
  bench.connection.close();
  await opening;
  assert.ok(bench.channel.closed);
});

test("a limit that is no number of articles is refused", async () => {
  const { almanac } = await opened();
  for (const limit of [0, -1, Number.NaN, Infinity]) await assert.rejects(almanac.search("a", { limit }), RangeError);
});

test("a base names a directory", () => {
  assert.equal(absoluteBase("https://example.org/archive"), base);
  assert.equal(absoluteBase("https://example.org/archive/?x#y"), base);
  assert.equal(absoluteBase(new URL(base)), base);
});
