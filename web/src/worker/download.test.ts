import assert from "node:assert/strict";
import { test } from "node:test";
import { AlmanacError, abortError } from "../error.ts";
import { downloadRange, downloadWhole, type FetchFile } from "./download.ts";

const bytes = Uint8Array.from({ length: 100 }, (_, i) => i);

/** Answers request after request from a script, and counts them. */
function scripted(...answers: (Response | Error)[]): { fetchFile: FetchFile; inits: RequestInit[] } {
  const inits: RequestInit[] = [];
  const fetchFile: FetchFile = (_file, init) => {
    const answer = answers[inits.length];
    inits.push(init);
    if (!answer) return Promise.reject(new Error("more requests than expected"));
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  return { fetchFile, inits };
}

const failure = () => new TypeError("Failed to fetch");
const broken = () =>
  new Response(new ReadableStream({ start: (controller) => controller.error(new TypeError("connection reset")) }));
const page = () => new Response("<!doctype html>", { headers: { "Content-Type": "text/html; charset=utf-8" } });

test("a failure is tried a second time", async () => {
  for (const bad of [failure(), broken(), new Response(null, { status: 503 })]) {
    const { fetchFile, inits } = scripted(bad, new Response(bytes));
    assert.deepEqual(await downloadWhole(fetchFile, "pack/a.alm", {}), bytes);
    assert.equal(inits.length, 2);
  }
});

test("errors carry a code, the file and what to do", async () => {
  const cases: [string, string, (Response | Error)[]][] = [
    ["network", "Check the connection", [failure(), failure()]],
    ["network", "HTTP 503", [new Response(null, { status: 503 }), new Response(null, { status: 503 })]],
    ["missing", "HTTP 404", [new Response(null, { status: 404 })]],
    ["missing", "HTTP 410", [new Response(null, { status: 410 })]],
    ["missing", "sent a page instead", [page()]],
    ["damaged", "cut short", [new Response(null, { status: 416 })]],
  ];
  for (const [code, text, answers] of cases) {
    const { fetchFile, inits } = scripted(...answers);
    await assert.rejects(downloadWhole(fetchFile, "pack/a.alm", {}), (thrown) => {
      assert.ok(thrown instanceof AlmanacError);
      assert.equal(thrown.code, code);
      assert.equal(thrown.file, "pack/a.alm");
      assert.ok(thrown.message.includes(text) && thrown.message.includes("pack/a.alm"), thrown.message);
      return true;
    });
    assert.equal(inits.length, answers.length);
  }
});

test("an abort is passed on and not tried again", async () => {
  const { fetchFile, inits } = scripted(abortError("dropped"), new Response(bytes));
  await assert.rejects(downloadWhole(fetchFile, "pack/a.alm", {}), { name: "AbortError" });
  assert.equal(inits.length, 1);
});

test("a range is asked for by its first and last byte", async () => {
  const part = new Response(bytes.slice(10, 20), { status: 206, headers: { "Content-Range": "bytes 10-19/100" } });
  const { fetchFile, inits } = scripted(part);
  assert.deepEqual(await downloadRange(fetchFile, "a", 10, 20, {}), { bytes: bytes.slice(10, 20), offset: 10 });
  assert.deepEqual(inits[0]?.headers, { Range: "bytes=10-19" });
});

test("a server that knows no ranges sends the whole file", async () => {
  const { fetchFile } = scripted(new Response(bytes));
  assert.deepEqual(await downloadRange(fetchFile, "a", 10, 20, {}), { bytes, offset: 0 });
});

test("other bytes than asked for are damage", async () => {
  const answers = [
    new Response(bytes.slice(10, 19), { status: 206 }),
    new Response(bytes.slice(0, 10), { status: 206, headers: { "Content-Range": "bytes 0-9/100" } }),
  ];
  for (const answer of answers) {
    await assert.rejects(downloadRange(scripted(answer).fetchFile, "a", 10, 20, {}), { code: "damaged" });
  }
});

test("reload goes past the caches", async () => {
  const { fetchFile, inits } = scripted(new Response(bytes));
  await downloadWhole(fetchFile, "a", { reload: true });
  assert.equal(inits[0]?.cache, "reload");
});
