import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { encodeDrop, encodeOpen, encodeSearch, encodeStep, encodeSupply, uvarint } from "./codec.ts";

test("uvarint is LEB128, also past 32 bits", () => {
  const cases: [number, number[]][] = [
    [0, [0]],
    [127, [127]],
    [128, [0x80, 1]],
    [300, [0xac, 2]],
    [2 ** 32, [0x80, 0x80, 0x80, 0x80, 0x10]],
    [Number.MAX_SAFE_INTEGER, [255, 255, 255, 255, 255, 255, 255, 15]],
  ];
  for (const [value, bytes] of cases) assert.deepEqual([...uvarint(value)], bytes, String(value));
});

test("uvarint refuses what is not an unsigned integer", () => {
  for (const value of [-1, 1.5, Number.NaN, Infinity, 2 ** 60]) assert.throws(() => uvarint(value), RangeError);
});

test("uvarint agrees with a decoder that adds bits one by one", () => {
  let seed = 12345;
  for (let round = 0; round < 2000; round++) {
    seed = (seed * 1103515245 + 12345) % 2 ** 31;
    const value = Math.floor((seed / 2 ** 31) * 2 ** (round % 53));
    let decoded = 0n;
    uvarint(value).forEach((byte, place) => (decoded |= BigInt(byte & 0x7f) << BigInt(7 * place)));
    assert.equal(Number(decoded), value);
  }
});

test("requests are an op byte and then fields", () => {
  assert.deepEqual([...encodeOpen(Uint8Array.of(9, 8))], [1, 9, 8]);
  assert.deepEqual([...encodeSearch(300, 10, false, "é")], [2, 0xac, 2, 10, 0, 0xc3, 0xa9]);
  assert.deepEqual([...encodeSearch(1, 10, true, "")], [2, 1, 10, 1]);
  assert.deepEqual([...encodeSupply(5, Uint8Array.of(7))], [3, 5, 7]);
  assert.deepEqual([...encodeStep(5)], [4, 5]);
  assert.deepEqual([...encodeDrop(5)], [5, 5]);
});

test("a lone surrogate in a query becomes valid UTF-8", () => {
  assert.deepEqual([...encodeSearch(1, 1, false, "\ud800")], [2, 1, 1, 0, 0xef, 0xbf, 0xbd]);
});

interface GoldenRequest {
  readonly op: "open" | "search" | "supply" | "step" | "drop";
  readonly query?: number;
  readonly limit?: number;
  readonly typing?: boolean;
  readonly text?: string;
  readonly chunk?: number;
  readonly payload?: string;
  readonly bytes: string;
}

function encodeGolden(request: GoldenRequest): Uint8Array {
  const payload = Uint8Array.from(Buffer.from(request.payload ?? "", "hex"));
  const query = request.query ?? 0;
  switch (request.op) {
    case "open":
      return encodeOpen(payload);
    case "search":
      return encodeSearch(query, request.limit ?? 0, request.typing ?? false, request.text ?? "");
    case "supply":
      return encodeSupply(request.chunk ?? 0, payload);
    case "step":
      return encodeStep(query);
    case "drop":
      return encodeDrop(query);
  }
}

test("requests are those that the engine's tests expect", () => {
  // Compiled tests run from web/.build/src/wire.
  const file = new URL("../../../../wasm/wire/testdata/messages.json", import.meta.url);
  const golden = JSON.parse(readFileSync(file, "utf8")) as { readonly requests: readonly GoldenRequest[] };
  assert.ok(golden.requests.length > 5);
  for (const request of golden.requests) {
    assert.equal(Buffer.from(encodeGolden(request)).toString("hex"), request.bytes, JSON.stringify(request));
  }
});
