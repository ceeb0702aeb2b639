import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { browserTest, openBox } from "./harness/browser.ts";

/** Answers requests for files with an ending as a server of other settings would. */
async function served(page: Page, ending: string, headers: Record<string, string>): Promise<void> {
  await page.route(`**/*${ending}`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), ...headers } });
  });
}

async function darknet(page: Page, url: string): Promise<void> {
  const box = await openBox(page, url);
  await box.search("darknet");
  assert.equal(await box.results.count(), 1);
}

for (const type of ["text/plain", "application/octet-stream", "application/x-gzip", ""]) {
  browserTest(`the engine's gzip file served as "${type}"`, async ({ page, url, requests }) => {
    await served(page, ".wasm.gz", { "content-type": type });
    await darknet(page, url);
    assert.ok(!requests.some((path) => path.endsWith(".wasm")), "the plain file was not needed");
  });
}

browserTest(
  "no gzip file, and the plain one served as text/plain",
  async ({ page, url, requests }) => {
    await page.route("**/*.wasm.gz", (route) => route.fulfill({ status: 404 }));
    await served(page, ".wasm", { "content-type": "text/plain" });
    await darknet(page, url);
    assert.ok(requests.some((path) => path.endsWith(".wasm")));
  },
  { expectErrors: true },
);

browserTest("the gzip file decompressed by the server's Content-Encoding", async ({ page, url, requests }) => {
  await served(page, ".wasm.gz", { "content-encoding": "gzip", "content-type": "application/wasm" });
  await darknet(page, url);
  assert.ok(!requests.some((path) => path.endsWith(".wasm")));
});

browserTest(
  "a damaged gzip file: the plain one is taken",
  async ({ page, url }) => {
    await page.route("**/*.wasm.gz", async (route) => {
      const response = await route.fetch();
      const body = Buffer.from(await response.body());
      const middle = Math.floor(body.length / 2);
      body.fill(0, middle, middle + 64);
      await route.fulfill({ response, body });
    });
    await darknet(page, url);
  },
  { expectErrors: true },
);
