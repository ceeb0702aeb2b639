import assert from "node:assert/strict";
import { series } from "../src/wire/testing/statistics.ts";
import { browserTest, openBox } from "./harness/browser.ts";
import { openStatistics } from "./harness/statistics.ts";

const byYear = ["2019", "2020", "2021", "January to November 2023"];

browserTest("a chart's table and its points equal its data", async ({ page, url }) => {
  const box = await openStatistics(page, url);
  const figure = box.element.locator("[part=series]");
  await figure.locator("svg").waitFor();
  await figure.getByText("Figures as a table").click();
  const rows = await figure.locator("tbody tr").all();
  const points = figure.locator(".point");
  assert.equal(rows.length, series().points.length);
  assert.equal(await points.count(), rows.length);
  for (const [i, row] of rows.entries()) {
    assert.equal(await row.locator("th").innerText(), byYear[i]);
    assert.equal(Number(await row.locator("td").first().getAttribute("data-value")), series().points[i]?.value);
    const name = await points.nth(i).getAttribute("aria-label");
    const remark = await row.locator("td").nth(1).innerText();
    const value = await row.locator("td").first().innerText();
    assert.equal(name, `${byYear[i]}: ${value}${remark ? ` (${remark})` : ""}`);
  }
  assert.deepEqual(await figure.locator("tbody td:nth-child(2)").allInnerTexts(), [
    "about 95,923 people",
    "141,870 people",
    "more than 282,000 people",
    "280,000 people",
  ]);
  assert.deepEqual(await figure.locator("tbody td:nth-child(3)").allInnerTexts(), [
    "calculated",
    "",
    "",
    "11 months only",
  ]);
});

browserTest("heights are in the proportion of the values", async ({ page, url }) => {
  const box = await openStatistics(page, url);
  await box.element.locator("[part=chart] svg").waitFor();
  const axis = await box.element.locator("[part=chart] .axis").getAttribute("d");
  const floor = Number(/^M[\d.]+ ([\d.]+)H/.exec(axis ?? "")?.[1]);
  const heights = await box.element
    .locator("[part=chart] .point .ring")
    .evaluateAll((rings, bottom) => rings.map((ring) => bottom - Number(ring.getAttribute("cy"))), floor);
  const values = series().points.map(({ value }) => value);
  for (const [i, height] of heights.entries())
    assert.ok(Math.abs(height / heights[1]! - values[i]! / values[1]!) < 0.01);
});

browserTest("arrow keys go from point to point, Tab past them", async ({ page, url }) => {
  const box = await openStatistics(page, url);
  const points = box.element.locator("[part=chart] .point");
  await points.first().focus();
  const focused = () =>
    page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.getAttribute("aria-label") ?? "");
  for (const [key, at] of [
    ["ArrowRight", 1],
    ["End", 3],
    ["ArrowRight", 3],
    ["ArrowLeft", 2],
    ["Home", 0],
  ] as const) {
    await page.keyboard.press(key);
    assert.ok((await focused()).startsWith(byYear[at]!), `${key}: ${await focused()}`);
  }
  await page.keyboard.press("Tab");
  assert.equal(await focused(), "");
  assert.equal(await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.tagName), "SUMMARY");
});

browserTest("the chart's script is loaded with the first series, once", async ({ page, url, requests }) => {
  const box = await openBox(page, url);
  await box.search("darknet");
  const scripts = () => requests.filter((path) => path.includes("assets/chart."));
  assert.deepEqual(scripts(), []);
  await openStatistics(page, url);
  await box.element.locator("[part=chart] svg").waitFor();
  await box.search("another query");
  await box.element.locator("[part=chart] svg").waitFor();
  assert.equal(scripts().length, 1);
});

browserTest(
  "without its script there is the table",
  async ({ page, url }) => {
    await page.route("**/assets/chart.*.js", (route) => route.abort());
    const box = await openStatistics(page, url);
    await box.element.locator("[part=table][open] td").first().waitFor();
  },
  { expectErrors: true },
);

browserTest("a chart fits its place when that changes", async ({ page, url }) => {
  const box = await openStatistics(page, url);
  const svg = box.element.locator("[part=chart] svg");
  const widths = () => svg.evaluate((element) => [element.clientWidth, element.parentElement!.clientWidth]);
  for (const width of [900, 320, 600]) {
    await page.setViewportSize({ width, height: 700 });
    await page.waitForFunction(() => {
      const plot = document.querySelector("almanac-search")!.shadowRoot!.querySelector("[part=chart]")!;
      return plot.firstElementChild?.getAttribute("width") === String(plot.clientWidth);
    });
    const [drawn, place] = await widths();
    assert.equal(drawn, place);
  }
});
