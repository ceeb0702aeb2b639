import assert from "node:assert/strict";
import { test } from "node:test";
import type { Mark } from "./geometry.ts";
import { linkPath, markPath, openPath, spanPath } from "./shapes.ts";

function mark(x: number, y: number, more: Partial<Mark> = {}): Mark {
  return { index: 0, x, y, from: x - 20, to: x + 20, high: y, ...more };
}

/** The numbers of a path of absolute commands. */
function numbers(path: string): number[] {
  return [...path.matchAll(/-?\d+(?:\.\d+)?/g)].map(([number]) => Number(number));
}

test("a link ends at the edges of its marks", () => {
  const [x1, y1, x2, y2] = numbers(linkPath({ from: mark(0, 0), to: mark(30, 40), dashed: false })) as [
    number,
    number,
    number,
    number,
  ];
  assert.deepEqual([x1, y1, x2, y2], [3, 4, 27, 36]);
  assert.equal(linkPath({ from: mark(0, 0), to: mark(6, 8), dashed: false }), "", "marks that touch need none");
});

test("an arrow points to where the value may lie", () => {
  assert.ok(numbers(openPath(mark(50, 100), "above"))[2]! < 100);
  assert.ok(numbers(openPath(mark(50, 100), "below"))[2]! > 100);
  assert.ok(numbers(openPath(mark(50, 100, { high: 60 }), "above"))[1]! < 60, "from the upper end of a range");
});

test("a part of a period has another mark than a whole one", () => {
  assert.notEqual(markPath(mark(50, 100), true), markPath(mark(50, 100), false));
});

test("a span is as long as its period, and as high as its range", () => {
  assert.equal(spanPath(mark(50, 100)), "M30 100H70");
  assert.equal(spanPath(mark(50, 100, { high: 60 })), "M30 100H70M50 100V60");
});
