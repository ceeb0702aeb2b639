import assert from "node:assert/strict";
import { test } from "node:test";
import { articleLink } from "./article-link.ts";

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
