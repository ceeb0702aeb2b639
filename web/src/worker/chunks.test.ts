import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { AlmanacError } from "../error.ts";
import type { ChunkNeed } from "../wire/protocol.ts";
import { ChunkFetcher } from "./chunks.ts";
import type { FetchFile } from "./download.ts";

/** A pack file of so many chunks, each of which decompresses to its number and then noise. */
function packFile(name: string, chunks: number, chunkBytes: number): { bytes: Uint8Array; needs: ChunkNeed[] } {
  let seed = 1;
  const members = Array.from({ length: chunks }, (_, chunk) => {
    const noise = Uint8Array.from({ length: chunkBytes }, () => (seed = (seed * 48271) % 2147483647) & 255);
    noise[0] = chunk;
    return gzipSync(noise);
  });
  const bytes = new Uint8Array(Buffer.concat(members));
  let offset = 0;
  const needs = members.map((member, chunk) => {
    const need = { chunk, file: name, offset, length: member.length, size: bytes.length };
    offset += member.length;
    return need;
  });
  return { bytes, needs };
}

/** A static host: serves ranges unless told not to, holds answers back until released. */
class Host {
  readonly requests: string[] = [];
  aborted = 0;
  ranges = true;
  held: (() => void)[] | null = null;
  /** Damages the answers to the first so many requests. */
  damaged = 0;

  constructor(readonly files: Record<string, Uint8Array>) {}

  readonly fetchFile: FetchFile = async (file, init) => {
    const range = /bytes=(\d+)-(\d+)/.exec((init.headers as Record<string, string>)["Range"] ?? "");
    this.requests.push(
      range ? `${file} ${range[1]}-${range[2]}` : `${file}${init.cache === "reload" ? " reload" : ""}`,
    );
    await this.#turn(init.signal ?? null);
    const bytes = this.files[file];
    if (!bytes) return new Response(null, { status: 404 });
    const sent = Uint8Array.from(bytes);
    if (this.damaged-- > 0) sent.fill(0, 20, 60);
    if (!range || !this.ranges) return new Response(sent);
    return new Response(sent.slice(Number(range[1]), Number(range[2]) + 1), { status: 206 });
  };

  #turn(signal: AbortSignal | null): Promise<void> {
    return new Promise((resolve, reject) => {
      signal?.addEventListener("abort", () => {
        this.aborted++;
        reject(signal.reason as DOMException);
      });
      if (this.held) this.held.push(resolve);
      else resolve();
    });
  }
}

function fetcher(host: Host): { fetcher: ChunkFetcher; supplied: number[] } {
  const supplied: number[] = [];
  const supply = (need: ChunkNeed, payload: Uint8Array) => {
    assert.equal(payload[0], need.chunk);
    supplied.push(need.chunk);
  };
  return { fetcher: new ChunkFetcher(host.fetchFile, supply), supplied };
}

const small = packFile("small.alm", 4, 1000);
const big = packFile("big.alm", 40, 4000);
const files = { "pack/small.alm": small.bytes, "pack/big.alm": big.bytes };
const pick = (file: typeof small, ...chunks: number[]) => file.needs.filter((need) => chunks.includes(need.chunk));

test("only the chunks asked for reach the engine; the rest of a whole file waits without a request", async () => {
  const host = new Host(files);
  const { fetcher: chunks, supplied } = fetcher(host);
  await chunks.bring(1, pick(small, 2));
  assert.deepEqual(supplied, [2]);
  await chunks.bring(1, pick(small, 0, 3));
  assert.deepEqual(supplied.sort(), [0, 2, 3]);
  assert.deepEqual(host.requests, ["pack/small.alm"]);
});

test("a big file is asked for the ranges wanted", async () => {
  const host = new Host(files);
  const { fetcher: chunks, supplied } = fetcher(host);
  await chunks.bring(1, pick(big, 3, 4, 20));
  assert.deepEqual(
    supplied.sort((a, b) => a - b),
    [3, 4, 20],
  );
  assert.equal(host.requests.length, 2);
  assert.ok(host.requests.every((request) => /^pack\/big\.alm \d+-\d+$/.test(request)));
});

test("a file wanted again and again is fetched whole, and then no more", async () => {
  const middling = packFile("middling.alm", 10, 4000);
  const host = new Host({ "pack/middling.alm": middling.bytes });
  const { fetcher: chunks, supplied } = fetcher(host);
  for (const chunk of [1, 9, 3, 5, 7]) await chunks.bring(1, pick(middling, chunk));
  assert.deepEqual(supplied, [1, 9, 3, 5, 7]);
  assert.match(host.requests.join(), /^(pack\/middling\.alm \d+-\d+,){3}pack\/middling\.alm$/);
});

test("a server without ranges is asked once", async () => {
  const host = new Host(files);
  host.ranges = false;
  const { fetcher: chunks, supplied } = fetcher(host);
  await chunks.bring(1, pick(big, 3));
  await chunks.bring(1, pick(big, 30, 31));
  assert.deepEqual(supplied, [3, 30, 31]);
  assert.equal(host.requests.length, 1);
});

test("two queries share a chunk on its way, and it is supplied once", async () => {
  const host = new Host(files);
  const held: (() => void)[] = (host.held = []);
  const { fetcher: chunks, supplied } = fetcher(host);
  const both = [chunks.bring(1, pick(big, 3, 4, 5)), chunks.bring(2, pick(big, 4))];
  for (const release of held) release();
  await Promise.all(both);
  assert.deepEqual(supplied.sort(), [3, 4, 5]);
  assert.equal(host.requests.length, 1);
});

test("another chunk of a file on its way waits for that file", async () => {
  const host = new Host(files);
  const held: (() => void)[] = (host.held = []);
  const { fetcher: chunks, supplied } = fetcher(host);
  const both = [chunks.bring(1, pick(small, 0)), chunks.bring(2, pick(small, 1))];
  for (const release of held) release();
  await Promise.all(both);
  assert.deepEqual(supplied.sort(), [0, 1]);
  assert.equal(host.requests.length, 1);
});

test("what only abandoned queries wait for is aborted, the rest is not", async () => {
  const host = new Host(files);
  const held: (() => void)[] = (host.held = []);
  const { fetcher: chunks, supplied } = fetcher(host);
  const first = chunks.bring(1, pick(big, 3, 20));
  const second = chunks.bring(2, pick(big, 20));
  const abandoned = assert.rejects(first, { name: "AbortError" });
  chunks.abandon(1);
  await abandoned;
  assert.equal(host.aborted, 1);
  for (const release of held) release();
  await second;
  assert.deepEqual(supplied, [20]);
});

test("a chunk abandoned and wanted again is fetched again", async () => {
  const host = new Host(files);
  host.held = [];
  const { fetcher: chunks, supplied } = fetcher(host);
  const first = assert.rejects(chunks.bring(1, pick(big, 3)), { name: "AbortError" });
  chunks.abandon(1);
  await first;
  host.held = null;
  await chunks.bring(2, pick(big, 3));
  assert.deepEqual(supplied, [3]);
});

test("damage is met by one request past the caches", async () => {
  const host = new Host(files);
  host.damaged = 1;
  const { fetcher: chunks, supplied } = fetcher(host);
  await chunks.bring(1, pick(small, 0));
  assert.deepEqual(supplied, [0]);
  assert.equal(host.requests.length, 2);
});

test("damage that stays is an error with file and remedy, and so is a file cut short", async () => {
  const host = new Host(files);
  host.damaged = 99;
  await assert.rejects(fetcher(host).fetcher.bring(1, pick(small, 0)), { code: "damaged", file: "pack/small.alm" });
  const cut = new Host({ "pack/small.alm": small.bytes.slice(0, 1200) });
  await assert.rejects(fetcher(cut).fetcher.bring(1, pick(small, 3)), {
    code: "damaged",
    message: /small\.alm, the server sent 0 bytes/,
  });
});

test("a chunk the engine refuses is asked for once more", async () => {
  const host = new Host(files);
  let refusals = 1;
  const chunks = new ChunkFetcher(host.fetchFile, () => {
    if (refusals-- > 0) throw new AlmanacError("damaged", "checksum");
  });
  await chunks.bring(1, pick(small, 0));
  assert.equal(host.requests.length, 2);
});

test("after a failure a later search tries again", async () => {
  const host = new Host({});
  const { fetcher: chunks, supplied } = fetcher(host);
  await assert.rejects(chunks.bring(1, pick(small, 0)), { code: "missing", file: "pack/small.alm" });
  host.files["pack/small.alm"] = small.bytes;
  await chunks.bring(2, pick(small, 0));
  assert.deepEqual(supplied, [0]);
});
