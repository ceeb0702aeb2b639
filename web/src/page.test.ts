import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

const page = await readFile(new URL("../../page/index.html", import.meta.url), "utf8");

test("the page's policy admits its style sheet, and no inline script", () => {
  const style = /<style>([^]*?)<\/style>/.exec(page)?.[1] ?? "";
  const hash = `'sha256-${createHash("sha256").update(style).digest("base64")}'`;
  assert.ok(page.includes(hash), `style-src must hold ${hash}`);
  assert.ok(!/unsafe-inline|'unsafe-eval'/.test(page));
  assert.ok(!/<script(?![^>]* src=)|\son\w+=|javascript:/i.test(page));
});

test("the page asks for nothing beyond its own directory", () => {
  const addresses = [...page.matchAll(/(?:href|src)="([^"]*)"/g)].map((match) => match[1]);
  assert.deepEqual(addresses, ["data:,", "almanac.js"]);
});
