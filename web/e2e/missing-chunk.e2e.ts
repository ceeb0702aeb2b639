import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { browserTest, openBox } from "./harness/browser.ts";

const chunks = /\/pack\/(?!root)[^/]*\.alm$/;

/** Fails every request for a chunk until told to let them through. */
async function failing(page: Page, answer: "abort" | 404 | 503): Promise<() => Promise<void>> {
  await page.route(chunks, (route) =>
    answer === "abort" ? route.abort("connectionreset") : route.fulfill({ status: answer, body: "no" }),
  );
  return () => page.unroute(chunks);
}

for (const [answer, says, names] of [
  ["abort", /check your connection/i, /pack\/.*\.alm could not be fetched/],
  [503, /check your connection/i, /HTTP 503/],
  [404, /missing from this site/i, /pack\/.*\.alm is not on the server \(HTTP 404\)/],
] as const) {
  browserTest(
    `a chunk lost to ${answer}: a clear message, and a retry that works`,
    async ({ page, url }) => {
      const restore = await failing(page, answer);
      const box = await openBox(page, url);
      await box.input.fill("cybercrime");
      await box.failed();
      const text = (await box.error.textContent()) ?? "";
      assert.match(text, says);
      assert.match(text, names);
      assert.equal(await box.results.count(), 0);
      await restore();
      await box.retry.click();
      await box.answered("cybercrime");
      assert.ok((await box.results.count()) > 0);
      assert.equal(await box.error.count(), 0);
      const focused = await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.tagName);
      assert.equal(focused, "INPUT");
    },
    { expectErrors: true },
  );
}

browserTest(
  "a retry that fails again says so again, and Enter retries as well",
  async ({ page, url }) => {
    const restore = await failing(page, "abort");
    const box = await openBox(page, url);
    await box.input.fill("cybercrime");
    await box.failed();
    await box.retry.click();
    await box.error.waitFor();
    await box.failed();
    await restore();
    await box.input.press("Enter");
    await box.answered("cybercrime");
  },
  { expectErrors: true },
);

browserTest(
  "one lost request is made up for without a word",
  async ({ page, url, requests }) => {
    let lost = 0;
    await page.route(chunks, (route) => (lost++ === 0 ? route.abort("connectionreset") : route.continue()));
    const box = await openBox(page, url);
    await box.search("cybercrime");
    assert.ok((await box.results.count()) > 0);
    assert.ok(requests.filter((path) => /pack\/(?!root)/.test(path)).length >= 2);
  },
  { expectErrors: true },
);

browserTest(
  "a damaged chunk is asked for anew; one that stays damaged is an error naming it",
  async ({ page, url }) => {
    let damaged = 1;
    await page.route(chunks, async (route) => {
      const response = await route.fetch();
      const body = Buffer.from(await response.body());
      if (damaged-- > 0) body.fill(0, 12);
      await route.fulfill({ response, body });
    });
    const box = await openBox(page, url);
    await box.search("cybercrime");
    assert.ok((await box.results.count()) > 0);

    damaged = 99;
    await page.reload();
    await box.input.fill("cybercrime");
    await box.failed();
    assert.match((await box.error.textContent()) ?? "", /damaged.*pack\/.*\.alm/i);
  },
  { expectErrors: true },
);

browserTest(
  "engine, worker or root out of reach: a clear message, and a retry that works",
  async ({ page, url }) => {
    for (const file of [/\/engine\..*/, /\/worker\..*/, /\/pack\/root\..*/]) {
      await page.route(file, (route) => route.abort("connectionreset"));
      const box = await openBox(page, url);
      await box.failed();
      await box.input.fill("cybercrime");
      await box.error.waitFor();
      assert.match((await box.error.textContent()) ?? "", /check your connection.*(engine|worker|root)\./i);
      await page.unroute(file);
      await box.retry.click();
      await box.answered("cybercrime");
      assert.ok((await box.results.count()) > 0);
    }
  },
  { expectErrors: true },
);
