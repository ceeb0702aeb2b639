import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { browserTest, importApi, openBox, type ApiHolder, type Visit } from "./harness/browser.ts";

/** Tells where the engine runs, as a second handle on the element's archive sees it. */
async function mode(page: Page, url: string): Promise<string | undefined> {
  await importApi(page, url);
  return page.evaluate(async () => (await (globalThis as unknown as ApiHolder).api.openAlmanac()).info?.mode);
}

async function searches(visit: Visit, want: "worker" | "page"): Promise<void> {
  const box = await openBox(visit.page, visit.url);
  await box.search("darknet");
  assert.equal(await box.results.count(), 1);
  assert.equal(await mode(visit.page, visit.url), want);
}

/** Serves the page with its policy changed. */
async function withPolicy(page: Page, url: string, change: (policy: string) => string): Promise<void> {
  await page.route(url, async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? "";
    assert.ok(policy.includes("worker-src 'self'"));
    await route.fulfill({ response, body: html.replace(policy, change(policy)) });
  });
}

browserTest("the engine runs in a worker where it can", (visit) => searches(visit, "worker"));

browserTest(
  "a policy against workers: the page does the work",
  async (visit) => {
    await withPolicy(visit.page, visit.url, (policy) => policy.replace("worker-src 'self'", "worker-src 'none'"));
    await searches(visit, "page");
  },
  { expectErrors: true },
);

browserTest(
  "a policy that does not know our Trusted Types policy: the page does the work",
  async (visit) => {
    await withPolicy(visit.page, visit.url, (policy) =>
      policy.replace("trusted-types almanac", "trusted-types 'none'"),
    );
    await searches(visit, "page");
  },
  { expectErrors: true },
);

browserTest("a browser without workers: the page does the work", async (visit) => {
  await visit.page.addInitScript(() => delete (globalThis as { Worker?: unknown }).Worker);
  await searches(visit, "page");
});

browserTest(
  "without workers, a script that could not be imported is imported at the next try",
  async ({ page, url }) => {
    await page.addInitScript(() => delete (globalThis as { Worker?: unknown }).Worker);
    await page.route("**/worker.*", (route) => route.abort());
    const box = await openBox(page, url);
    await box.input.fill("darknet");
    await box.failed();
    assert.match((await box.error.textContent()) ?? "", /worker\..*could not be fetched/);
    await page.unroute("**/worker.*");
    await box.retry.click();
    await box.answered("darknet");
  },
  { expectErrors: true },
);

browserTest(
  "a worker that fails before it is ready: the page does the work",
  async (visit) => {
    await visit.page.addInitScript(() => {
      const RealWorker = Worker;
      globalThis.Worker = class extends RealWorker {
        constructor(_url: string | URL, options?: WorkerOptions) {
          super("no-such-worker.js", options);
        }
      };
    });
    await searches(visit, "page");
  },
  { expectErrors: true },
);

browserTest(
  "a policy against WebAssembly says what the site's owner must allow",
  async (visit) => {
    await withPolicy(visit.page, visit.url, (policy) =>
      policy.replace(" 'wasm-unsafe-eval'", "").replace("worker-src 'self'", "worker-src 'none'"),
    );
    const box = await openBox(visit.page, visit.url);
    await box.input.fill("darknet");
    await box.failed();
    const text = (await box.error.textContent()) ?? "";
    assert.match(text, /security settings/);
    assert.match(text, /wasm-unsafe-eval/);
  },
  { expectErrors: true },
);
