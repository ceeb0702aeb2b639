import assert from "node:assert/strict";
import { test } from "node:test";
import type { Range } from "../wire/protocol.ts";
import { excerpt, segments } from "./highlight.ts";

function marked(text: string, ...highlights: [number, number][]): string {
  return segments(text, highlights)
    .map((segment) => (segment.marked ? `[${segment.text}]` : segment.text))
    .join("");
}

test("segments cut a text at its highlights", () => {
  assert.equal(marked("crime and cyber", [0, 5], [10, 15]), "[crime] and [cyber]");
  assert.equal(marked("crime"), "crime");
  assert.equal(marked(""), "");
});

test("odd ranges lose no text and repeat none", () => {
  const cases: [string, [number, number][]][] = [
    [
      "a[bc]d",
      [
        [1, 3],
        [1, 3],
      ],
    ],
    [
      "a[bc][d]",
      [
        [1, 3],
        [2, 4],
      ],
    ],
    [
      "[ab]c[d]",
      [
        [3, 4],
        [0, 2],
      ],
    ],
    ["abc[d]", [[3, 99]]],
    ["abcd", [[9, 12]]],
    ["abcd", [[2, 1]]],
    ["[ab]cd", [[-3, 2]]],
  ];
  for (const [want, highlights] of cases) {
    assert.equal(marked("abcd", ...highlights), want);
    assert.equal(
      segments("abcd", highlights)
        .map((segment) => segment.text)
        .join(""),
      "abcd",
    );
  }
});

const words = Array.from({ length: 200 }, (_, i) => `word${i}`).join(" ");
const at = (word: string): Range => [words.indexOf(word), words.indexOf(word) + word.length];

test("a short text is its own excerpt", () => {
  const whole = excerpt("short text", [[0, 5]], 100);
  assert.deepEqual(whole, {
    text: "short text",
    highlights: [[0, 5]],
    whole: true,
    cutBefore: false,
    cutAfter: false,
  });
});

test("an excerpt holds most highlights, with context, cut between words", () => {
  const found = excerpt(words, [at("word10 "), at("word150"), at("word152")], 200);
  assert.ok(found.cutBefore && found.cutAfter);
  assert.ok(found.text.length <= 200);
  assert.match(found.text, /^word\d+ .*word150 .* word\d+$/);
  const shown = found.highlights.map(([start, end]) => found.text.slice(start, end));
  assert.deepEqual(shown, ["word150", "word152"]);
});

test("without highlights an excerpt is the beginning", () => {
  const found = excerpt(words, [], 200);
  assert.ok(!found.cutBefore && found.text.startsWith("word0 "));
});

test("highlights at the very end are shown with a full budget of context", () => {
  const found = excerpt(words, [at("word199")], 200);
  assert.ok(!found.cutAfter && found.text.length > 150);
});

const filler = "Nothing here is of any interest to whoever reads it now. ";

test("an excerpt begins and ends with a sentence where that costs little", () => {
  const text = `${filler.repeat(3)}The court sentenced five suspects. ${filler.repeat(6)}`;
  const from = text.indexOf("sentenced");
  const found = excerpt(text, [[from, from + 9]], 160);
  assert.match(found.text, /^The court sentenced five suspects\. Nothing .*now\.$/);
  assert.ok(!found.whole && !found.cutBefore && !found.cutAfter);
  const ending = excerpt(`${filler.repeat(6)}Five were sentenced.`, [[filler.length * 6, filler.length * 6 + 4]], 160);
  assert.ok(!ending.cutAfter);
  assert.match(ending.text, /interest .* now\. Five were sentenced\.$/, "the last words come with what is before them");
  const chinese = excerpt(
    "这里没有什么。".repeat(20) + "法院判处五人。" + "这里没有什么。".repeat(20),
    [[140, 142]],
    60,
  );
  assert.match(chinese.text, /^(这里没有什么。)+法院判处五人。.*。$/);
});

test("a long sentence is cut within, and says so", () => {
  const text = `${"and so it goes on ".repeat(20)}until the end ${"and so it goes on ".repeat(20)}.`;
  const from = text.indexOf("until");
  const found = excerpt(text, [[from, from + 5]], 160);
  assert.ok(found.cutBefore && found.cutAfter && found.text.includes("until the end"));
});

test("a text without spaces is cut between characters", () => {
  const text = "𝔄".repeat(300);
  for (const budget of [99, 100, 101]) {
    for (const start of [0, 199, 200, 201, 401]) {
      const found = excerpt(text, [[start, start + 2]], budget);
      assert.ok(!/^[\udc00-\udfff]|[\ud800-\udbff]$/.test(found.text));
      assert.ok(found.text.length > 90);
    }
  }
});

test("whatever the text and ranges, highlights keep what they marked", () => {
  let seed = 3;
  const random = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
  for (let round = 0; round < 500; round++) {
    const text = Array.from({ length: random(400) }, () => "ab é𝔄\n"[random(6)] ?? "x").join("");
    const highlights = Array.from({ length: random(6) }, () => {
      const start = random(text.length + 1);
      return [start, Math.min(text.length, start + random(9))] as const;
    });
    const found = excerpt(text, highlights, 100);
    const whole = highlights.map(([start, end]) => text.slice(start, end));
    for (const [start, end] of found.highlights) assert.ok(whole.includes(found.text.slice(start, end)));
    assert.ok(text.includes(found.text));
  }
});
