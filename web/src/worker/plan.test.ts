import assert from "node:assert/strict";
import { test } from "node:test";
import type { ChunkNeed } from "../wire/protocol.ts";
import { costOf, gapBytes, isWhole, planRequests, requestBytes, wholeFileBytes } from "./plan.ts";

const kib = 1024;

function need(chunk: number, offset: number, length: number, size: number, file = "a.alm"): ChunkNeed {
  return { chunk, file, offset, length, size };
}

function summary(needs: ChunkNeed[], spent = 0): string[] {
  return planRequests(needs, () => spent).map(
    (r) => `${r.file} ${r.start}-${r.end}${isWhole(r) ? " whole" : ""} [${r.needs.map((n) => n.chunk).join(" ")}]`,
  );
}

test("nothing wanted, nothing fetched", () => assert.deepEqual(summary([]), []));

test("which requests bring which chunks", () => {
  const big = 1024 * kib;
  const half = big / 2 - requestBytes;
  const cases: [string, ChunkNeed[], string[]][] = [
    ["a small file is fetched whole", [need(1, 10, 5, wholeFileBytes)], [`a.alm 0-${wholeFileBytes} whole [1]`]],
    ["one byte more and a range is asked for", [need(1, 10, 5, wholeFileBytes + 1)], ["a.alm 10-15 [1]"]],
    ["half of a big file brings it whole", [need(1, 0, half, big)], [`a.alm 0-${big} whole [1]`]],
    ["less than half does not", [need(1, 0, half - 1, big)], [`a.alm 0-${half - 1} [1]`]],
    [
      "adjacent chunks share a range, in whatever order they come",
      [need(3, 30 * kib, 10 * kib, big), need(1, 10 * kib, 10 * kib, big), need(2, 20 * kib, 10 * kib, big)],
      [`a.alm ${10 * kib}-${40 * kib} [1 2 3]`],
    ],
    [
      "chunks far apart do not",
      [need(1, 0, kib, big), need(2, 500 * kib, kib, big)],
      [`a.alm 0-${kib} [1]`, `a.alm ${500 * kib}-${501 * kib} [2]`],
    ],
    [
      "a gap cheaper than a request is read over",
      [need(1, 0, kib, big), need(2, kib + gapBytes, kib, big)],
      [`a.alm 0-${2 * kib + gapBytes} [1 2]`],
    ],
    [
      "a wider one is not",
      [need(1, 0, kib, big), need(2, kib + gapBytes + 1, kib, big)],
      [`a.alm 0-${kib} [1]`, `a.alm ${kib + gapBytes + 1}-${2 * kib + gapBytes + 1} [2]`],
    ],
    [
      "each file is planned by itself",
      [need(1, 0, 10, 100, "b.alm"), need(2, 10, 10, big, "c.alm")],
      ["b.alm 0-100 whole [1]", "c.alm 10-20 [2]"],
    ],
  ];
  for (const [name, needs, want] of cases) assert.deepEqual(summary(needs), want, name);
});

test("parts of a file wanted again and again cost at most half as much again as the whole file", () => {
  for (const [size, length] of [
    [48 * kib, 4 * kib],
    [500 * kib, 300],
    [500 * kib, 60 * kib],
  ] as const) {
    let spent = 0;
    for (let chunk = 0; ; chunk++) {
      const [request] = planRequests([need(chunk, (chunk * length) % (size - length), length, size)], () => spent);
      assert.ok(request);
      if (isWhole(request)) break;
      spent += costOf(request);
      assert.ok(spent < size / 2);
    }
  }
});

test("every chunk is in exactly one request that covers it", () => {
  let seed = 7;
  const random = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
  for (let round = 0; round < 300; round++) {
    const needs: ChunkNeed[] = [];
    for (let file = 0; file < 3; file++) {
      const size = 1 + random(400 * kib);
      let at = 0;
      while (at < size) {
        const length = Math.min(1 + random(20 * kib), size - at);
        if (random(3) === 0) needs.push(need(needs.length, at, length, size, `${file}.alm`));
        at += length;
      }
    }
    const seen: number[] = [];
    for (const request of planRequests(needs, (file) => (file === "1.alm" ? 30 * kib : 0))) {
      assert.ok(request.start >= 0 && request.end <= request.size && request.start < request.end);
      for (const n of request.needs) {
        seen.push(n.chunk);
        assert.ok(n.file === request.file && n.offset >= request.start && n.offset + n.length <= request.end);
      }
    }
    assert.deepEqual(
      seen.sort((a, b) => a - b),
      needs.map((n) => n.chunk),
    );
  }
});
