import assert from "node:assert/strict";
import { test } from "node:test";
import { ByteCache } from "./byte-cache.ts";

test("the longest unused bytes go first", () => {
  const cache = new ByteCache(10);
  cache.put("a", new Uint8Array(4));
  cache.put("b", new Uint8Array(4));
  cache.get("a");
  cache.put("c", new Uint8Array(4));
  assert.deepEqual(
    ["a", "b", "c"].map((name) => cache.get(name)?.length),
    [4, undefined, 4],
  );
});

test("putting a name again does not count it twice", () => {
  const cache = new ByteCache(10);
  for (let i = 0; i < 5; i++) cache.put("a", new Uint8Array(6));
  cache.put("b", new Uint8Array(4));
  assert.ok(cache.get("a") && cache.get("b"));
});

test("what is larger than the cache neither stays nor drives out the rest", () => {
  const cache = new ByteCache(10);
  cache.put("a", new Uint8Array(10));
  cache.put("b", new Uint8Array(11));
  assert.ok(cache.get("a"));
  assert.equal(cache.get("b"), undefined);
});
