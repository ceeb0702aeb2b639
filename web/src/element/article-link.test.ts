import assert from "node:assert/strict";
import { test } from "node:test";
import { articleLink, sentenceLink } from "./article-link.ts";

test("only web addresses become links", () => {
  const page = "https://example.org/search/";
  const cases: [string | undefined, string | null][] = [
    ["https://example.com/a?b#c", "https://example.com/a?b#c"],
    ["../a.html", "https://example.org/a.html"],
    ["//example.com/a", "https://example.com/a"],
    ["", null],
    [undefined, null],
    ["javascript:alert(1)", null],
    ["JaVaScRiPt:alert(1)", null],
    [" \u0001javascript:alert(1)", null],
    ["java\nscript:alert(1)", null],
    ["data:text/html,<script>alert(1)</script>", null],
    ["vbscript:x", null],
    ["blob:https://example.org/1", null],
    ["file:///etc/passwd", null],
    ["https://", null],
  ];
  for (const [url, want] of cases) assert.equal(articleLink(url, page), want, String(url));
});

test("a page on a disk links to its neighbours", () => {
  assert.equal(articleLink("a.html", "file:///archive/index.html"), "file:///archive/a.html");
});

test("a link to a sentence is a text fragment that means the sentence and nothing else", () => {
  const cases: [string, string, string][] = [
    [
      "https://x.org/a",
      "Up 5, year-on-year & more.",
      "https://x.org/a#:~:text=Up%205%2C%20year%2Don%2Dyear%20%26%20more.",
    ],
    ["https://x.org/a#top", "One.", "https://x.org/a#top:~:text=One."],
    ["https://x.org/a", "A\ud800B", "https://x.org/a#:~:text=AB"],
  ];
  for (const [href, sentence, want] of cases) assert.equal(sentenceLink(href, sentence), want);
});

test("a long sentence is named by its first and last words", () => {
  const words = Array.from({ length: 60 }, (_, i) => `word${i}`);
  const link = sentenceLink("https://x.org/a", words.join(" "));
  assert.ok(
    link.endsWith(
      "text=word0%20word1%20word2%20word3%20word4%20word5,word54%20word55%20word56%20word57%20word58%20word59",
    ),
  );
});
