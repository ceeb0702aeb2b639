import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { browserTest, importApi, type ApiHolder } from "./harness/browser.ts";

/** Opens a page of the site's origin with nothing in it but the client. */
async function blankPage(page: Page, url: string): Promise<void> {
  await page.route("**/blank.html", (route) =>
    route.fulfill({ contentType: "text/html", body: "<!doctype html><title>blank</title>" }),
  );
  await page.goto(`${url}blank.html`);
  await importApi(page, url);
}

browserTest("openAlmanac in a blank page returns articles with passages and highlights", async ({ page, url }) => {
  await blankPage(page, url);
  const { found, info } = await page.evaluate(async (base) => {
    const { openAlmanac } = (globalThis as unknown as ApiHolder).api;
    const almanac = await openAlmanac({ base });
    const found = await almanac.search("money laundering", { limit: 2 });
    return { found, info: almanac.info };
  }, url);
  assert.equal(info?.base, url);
  assert.equal(info?.articles, 4);
  assert.equal(info?.mode, "worker");
  assert.ok(found.articles.length > 0 && found.articles.length <= 2 && found.total >= found.articles.length);
  assert.deepEqual(found.statistics, []);
  assert.ok(found.tookMs > 0);
  for (const article of found.articles) {
    for (const key of ["id", "title", "url", "published", "section", "source"] as const) {
      assert.equal(typeof article[key], "string", key);
    }
    assert.ok(article.score > 0);
    for (const { text, highlights } of article.passages) {
      assert.ok(text.length > 0);
      const words = highlights.map(([start, end]) => text.slice(start, end));
      assert.ok(
        words.every((word) => /^(money|launder)/i.test(word)),
        String(words),
      );
    }
  }
  assert.ok(found.articles[0]?.passages.some(({ highlights }) => highlights.length > 0));
});

browserTest("a newer search or a signal abandons the one before", async ({ page, url }) => {
  await blankPage(page, url);
  const outcomes = await page.evaluate(async (base) => {
    const { openAlmanac } = (globalThis as unknown as ApiHolder).api;
    const almanac = await openAlmanac({ base });
    const controller = new AbortController();
    const name = (thrown: Error) => thrown.name;
    const titles = ({ total }: { total: number }) => total > 0;
    const first = almanac.search("cyber").then(titles, name);
    const second = almanac.search("cybercrime", { signal: controller.signal }).then(titles, name);
    controller.abort();
    const others = ["fraud", "darknet"].map((text) => almanac.search(text, { concurrent: true }).then(titles, name));
    return Promise.all([first, second, ...others]);
  }, url);
  assert.deepEqual(outcomes, ["AbortError", "AbortError", true, true]);
});

browserTest(
  "a directory without an archive is an error that says what to do",
  async ({ page, url }) => {
    await blankPage(page, url);
    const error = await page.evaluate(async (base) => {
      const { openAlmanac } = (globalThis as unknown as ApiHolder).api;
      return openAlmanac({ base }).then(
        () => null,
        (thrown: Error & { code: string; file: string }) => ({ ...thrown, message: thrown.message }),
      );
    }, `${url}nowhere`);
    assert.equal(error?.name, "AlmanacError");
    assert.equal(error?.code, "missing");
    assert.equal(error?.file, "almanac.json");
    assert.match(error?.message ?? "", /nowhere\/almanac\.json is not there.*almanac build/);
  },
  { expectErrors: true },
);

browserTest("close ends the worker; an archive opened again works", async ({ page, url }) => {
  await blankPage(page, url);
  const total = (text: string) =>
    page.evaluate(
      async ({ base, text }) => {
        const { openAlmanac } = (globalThis as unknown as ApiHolder).api;
        const almanac = await openAlmanac({ base });
        const { total } = await almanac.search(text);
        almanac.close();
        return total;
      },
      { base: url, text },
    );
  assert.equal(await total("darknet"), 1);
  while (page.workers().length > 0) await page.workers()[0]?.waitForEvent("close");
  assert.equal(await total("darknet"), 1);
});

browserTest(
  "the element loads nothing before it is touched, and shares one engine",
  async ({ page, url, requests }) => {
    await blankPage(page, url);
    await page.evaluate(() =>
      document.body.append(document.createElement("almanac-search"), document.createElement("almanac-search")),
    );
    const inputs = page.locator("almanac-search #input");
    await inputs.first().waitFor();
    assert.ok(!requests.some((path) => /assets|pack/.test(path)), requests.join("\n"));
    for (const at of [0, 1]) {
      await inputs.nth(at).fill("darknet");
      await page.locator("almanac-search").nth(at).getByRole("option").first().waitFor();
    }
    assert.equal(requests.filter((path) => path.includes("engine")).length, 1);
    // An element that is moved keeps its engine and what it shows; removed, it lets go.
    await page.evaluate(() => document.body.prepend(document.querySelectorAll("almanac-search")[1]!));
    await page.locator("almanac-search").first().getByRole("option").first().waitFor();
    assert.equal(page.workers().length, 1);
    const gone = page.workers()[0]?.waitForEvent("close");
    await page.evaluate(() => document.querySelectorAll("almanac-search").forEach((element) => element.remove()));
    await gone;
    assert.equal(requests.filter((path) => path.includes("engine")).length, 1);
  },
);
