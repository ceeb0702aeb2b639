import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import type { FetchFile } from "./download.ts";
import { instantiateEngine } from "./instantiate.ts";

// A module that exports one function, "run": type, function, export and code sections by hand.
const wasm = Uint8Array.of(
  ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0], // magic, version
  ...[1, 4, 1, 0x60, 0, 0], // type 0: () -> ()
  ...[3, 2, 1, 0], // function 0 is of type 0
  ...[7, 7, 1, 3, 0x72, 0x75, 0x6e, 0, 0], // export "run"
  ...[10, 4, 1, 2, 0, 0x0b], // its body: end
);
const gz = Uint8Array.from(gzipSync(wasm));
const files = { wasm: "engine.wasm", gzip: "engine.wasm.gz" };

type Answer = () => Response;
const bytes =
  (body: Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}): Answer =>
  () =>
    new Response(body, { headers });
const status =
  (code: number): Answer =>
  () =>
    new Response(null, { status: code });
const unreachable: Answer = () => {
  throw new TypeError("Failed to fetch");
};
const breaksOff: Answer = () => {
  const half = [gz.slice(0, gz.length / 2)];
  const body = new ReadableStream({
    pull: (controller) => (half[0] ? controller.enqueue(half.pop()) : controller.error(new TypeError("reset"))),
  });
  return new Response(body);
};

/** Serves the two files and notes which were asked for. */
function site(gzip: Answer, plain: Answer): { fetchFile: FetchFile; asked: string[] } {
  const asked: string[] = [];
  const fetchFile: FetchFile = async (file) => {
    asked.push(file);
    return file === files.gzip ? gzip() : plain();
  };
  return { fetchFile, asked };
}

async function load(fetchFile: FetchFile, progress: [number, number][] = []): Promise<void> {
  const instance = await instantiateEngine(fetchFile, files, {}, (loaded, total) => progress.push([loaded, total]));
  assert.equal(typeof instance.exports["run"], "function");
}

test("the engine loads whatever the server does to it", async () => {
  const cases: [string, Answer, Answer, string[]][] = [
    ["gzip as it is", bytes(gz, { "Content-Type": "application/gzip" }), status(404), ["engine.wasm.gz"]],
    ["gzip of a wrong type", bytes(gz, { "Content-Type": "text/plain" }), status(404), ["engine.wasm.gz"]],
    ["gzip decompressed by the server", bytes(wasm), status(404), ["engine.wasm.gz"]],
    ["no gzip", status(404), bytes(wasm), ["engine.wasm.gz", "engine.wasm"]],
    [
      "plain of a wrong type",
      status(404),
      bytes(wasm, { "Content-Type": "text/plain" }),
      ["engine.wasm.gz", "engine.wasm"],
    ],
    ["damaged gzip", bytes(gz.slice(0, 20)), bytes(wasm), ["engine.wasm.gz", "engine.wasm"]],
    ["home page for gzip", bytes(gz, { "Content-Type": "text/html" }), bytes(wasm), ["engine.wasm.gz", "engine.wasm"]],
  ];
  for (const [name, gzip, plain, want] of cases) {
    const { fetchFile, asked } = site(gzip, plain);
    await load(fetchFile).catch((thrown: unknown) => assert.fail(`${name}: ${String(thrown)}`));
    assert.deepEqual(asked, want, name);
  }
});

test("progress counts compressed bytes, and the total is known only without a content encoding", async () => {
  const known: [number, number][] = [];
  await load(site(bytes(gz, { "Content-Length": String(gz.length) }), status(404)).fetchFile, known);
  assert.deepEqual(known.at(-1), [gz.length, gz.length]);
  const encoded: [number, number][] = [];
  const headers = { "Content-Length": String(gz.length), "Content-Encoding": "br" };
  await load(site(bytes(gz, headers), status(404)).fetchFile, encoded);
  assert.deepEqual(encoded.at(-1), [gz.length, 0]);
});

test("errors name the file and what to do", async () => {
  const cases: [string, RegExp, Answer, Answer, number][] = [
    ["network", /engine\.wasm\.gz could not be fetched.*connection/, unreachable, bytes(wasm), 2],
    ["network", /engine\.wasm\.gz broke off.*connection/, breaksOff, bytes(wasm), 2],
    ["missing", /engine\.wasm is not on the server/, status(404), status(404), 2],
    ["damaged", /engine\.wasm is not a WebAssembly file/, status(404), bytes(Uint8Array.of(1, 2, 3, 4)), 2],
    ["damaged", /engine\.wasm cannot be compiled/, status(404), bytes(wasm.slice(0, 20)), 2],
  ];
  for (const [code, message, gzip, plain, requests] of cases) {
    const { fetchFile, asked } = site(gzip, plain);
    await assert.rejects(load(fetchFile), { code, message });
    assert.equal(asked.length, requests);
  }
});
