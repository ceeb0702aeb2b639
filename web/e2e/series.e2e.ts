import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import type { Series } from "../src/almanac.ts";
import { browserTest, importApi, openBox, type ApiHolder } from "./harness/browser.ts";

const query = "people prosecuted for cybercrime";

/** Returns what the engine says of the series with an id. */
async function seriesOf(page: Page, url: string, id: string | null): Promise<Series> {
  await importApi(page, url);
  const all = await page.evaluate(
    async ({ base, query }) => {
      const almanac = await (globalThis as unknown as ApiHolder).api.openAlmanac({ base });
      return (await almanac.search(query, { typing: true })).series ?? [];
    },
    { base: url, query },
  );
  const found = all.find((series) => series.id === id);
  assert.ok(found, `a series ${id}`);
  return found;
}

browserTest("two articles' figures make one series, whose table and chart say the same", async ({ page, url }) => {
  const box = await openBox(page, url);
  await box.search(query);
  const figure = box.element.locator("[part=series]").first();
  await figure.locator("svg").waitFor();
  const { points, notes } = await seriesOf(page, url, await figure.getAttribute("data-id"));

  const cells = figure.locator("tbody td[data-value]");
  const tabled = await cells.evaluateAll((all) => all.map((cell) => Number(cell.getAttribute("data-value"))));
  assert.deepEqual(
    tabled,
    points.map(({ value }) => value),
  );
  const titles = await figure.locator("tbody td:last-child").allTextContents();
  assert.ok(
    titles.every((title) => title !== ""),
    "every figure says which article it is from",
  );
  assert.ok(new Set(titles).size > 1);
  assert.ok(new Set(points.map(({ article }) => article)).size > 1);
  for (const value of [141870, 282000]) assert.ok(tabled.includes(value), String(value));

  assert.equal(await figure.locator(".point").count(), points.length);
  assert.equal(await figure.locator(".point.calculated").count(), points.filter((point) => point.calculated).length);
  const years = points.map(({ period }) => period.start?.slice(0, 4));
  const names = await figure.locator(".point").evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")));
  for (const [i, name] of names.entries()) assert.match(name ?? "", new RegExp(`${years[i]}: `));
  assert.equal(await figure.locator("[part=series-note]").count(), notes?.length);
});
