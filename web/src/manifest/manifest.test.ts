import assert from "node:assert/strict";
import { test } from "node:test";
import { inlinedManifest, readManifest } from "./manifest.ts";

const good = {
  format: 1,
  build: "b",
  root: "pack/r.alm",
  engine: { wasm: "e.wasm", gzip: "e.wasm.gz" },
  worker: "w.js",
};
const url = "https://example.org/almanac.json";

test("a manifest is read as it is", () => assert.deepEqual(readManifest(good, url), good));

test("a script that no build has filled in has no manifest", () => assert.equal(inlinedManifest(), null));

test("what is not a manifest is refused with a remedy", () => {
  const bad: unknown[] = [
    undefined,
    null,
    "text",
    [],
    {},
    { ...good, engine: null },
    { ...good, engine: {} },
    { ...good, root: 3 },
    { ...good, build: "" },
  ];
  for (const value of bad)
    assert.throws(() => readManifest(value, url), { code: "manifest", message: /almanac build/ });
});

test("a manifest of another format says so", () => {
  assert.throws(() => readManifest({ ...good, format: 2 }, url), {
    code: "manifest",
    message: /format 2.*reads 1.*Reload/,
  });
  assert.throws(() => readManifest({ format: 9, all: "new" }, url), { code: "manifest", message: /format 9/ });
});
