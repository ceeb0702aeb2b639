import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { BrowserContextOptions, Page } from "playwright-core";
import { browserTest, openBox } from "./harness/browser.ts";
import { openStatistics } from "./harness/statistics.ts";

/** Saves a picture if ALMANAC_SHOTS names a directory for them. */
async function picture(page: Page, name: string): Promise<void> {
  const directory = process.env["ALMANAC_SHOTS"];
  if (!directory) return;
  await mkdir(directory, { recursive: true });
  await page.screenshot({ path: join(directory, `${name}.png`), fullPage: true });
}

/** Width by which the page is wider than its window. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

const looks: [string, BrowserContextOptions][] = [
  ["light", { colorScheme: "light" }],
  ["dark", { colorScheme: "dark" }],
  ["narrow", { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 }],
  ["forced-colors", { forcedColors: "active", colorScheme: "dark" }],
];

for (const [look, options] of looks) {
  browserTest(
    `every state fits its window: ${look}`,
    async ({ page, url }) => {
      const box = await openBox(page, url);
      for (const [state, query] of [
        ["idle", ""],
        ["results", "cybercrime suspects"],
        ["typo", "cybercrme crackdwon 2018"],
        ["nothing", "zzyzxunpronounceablylongcompoundwordthathasnoendinsightandthengoeson"],
        ["partial", "the "],
      ] as const) {
        if (query) await box.search(query);
        if (state === "results") await box.input.press("ArrowDown");
        assert.equal(await overflow(page), 0, state);
        await picture(page, `${look}-${state}`);
      }
    },
    options,
  );

  browserTest(
    `statistics, filters and charts fit their window: ${look}`,
    async ({ page, url }) => {
      const box = await openStatistics(page, url);
      await box.element.locator("[part=chart] svg").waitFor();
      assert.equal(await overflow(page), 0);
      await picture(page, `${look}-statistics`);
      for (const summary of await box.element.locator("summary").all()) await summary.click();
      await box.element.locator("[part=chart] .point").first().press("ArrowRight");
      assert.equal(await overflow(page), 0);
      const cards = box.element.locator("[part=statistic], [part=series]");
      const tooWide = await cards.evaluateAll(
        (all) => all.filter((card) => card.scrollWidth > card.clientWidth).length,
      );
      assert.equal(tooWide, 0, "everything in a card fits the card");
      await picture(page, `${look}-statistics-open`);
    },
    options,
  );

  browserTest(
    `an error fits its window: ${look}`,
    async ({ page, url }) => {
      await page.route(/\/pack\/(?!root)/, (route) => route.abort());
      const box = await openBox(page, url);
      await box.input.fill("cybercrime");
      await box.failed();
      assert.equal(await overflow(page), 0);
      await picture(page, `${look}-error`);
    },
    { ...options, expectErrors: true },
  );
}

browserTest(
  "dark pages get a dark box, light pages a light one, and text is never too small to type",
  async ({ page, url }) => {
    const box = await openBox(page, url);
    const look = () =>
      box.input.evaluate((input) => ({ color: getComputedStyle(input).color, size: getComputedStyle(input).fontSize }));
    await page.emulateMedia({ colorScheme: "light" });
    const light = await look();
    await page.emulateMedia({ colorScheme: "dark" });
    const dark = await look();
    assert.notEqual(light.color, dark.color);
    assert.ok(Number.parseFloat(light.size) >= 16);
  },
);

browserTest("right-to-left pages mirror the box", async ({ page, url }) => {
  const box = await openBox(page, url);
  await page.evaluate(() => (document.documentElement.dir = "rtl"));
  await box.search("cybercrime");
  const sides = await box.element.evaluate((element) => {
    const root = element.shadowRoot!;
    const middle = (selector: string) => {
      const { left, right } = root.querySelector(selector)!.getBoundingClientRect();
      return (left + right) / 2;
    };
    return { icon: middle(".icon"), clear: middle(".clear") };
  });
  assert.ok(sides.icon > sides.clear);
  assert.equal(await overflow(page), 0);
  await picture(page, "rtl-results");
});
