import assert from "node:assert/strict";
import { browserTest } from "./harness/browser.ts";
import { answer, openStatistics } from "./harness/statistics.ts";

browserTest("a card tells the figure, when, who says it, and quotes the sentence", async ({ page, url }) => {
  const box = await openStatistics(page, url);
  const cards = box.element.locator("[part=statistic]");
  const text = async (at: number, part: string) =>
    (await cards.nth(at).locator(`[part="${part}"]`).innerText()).replace(/\s+/g, " ");
  assert.equal(await text(0, "value"), "141,870 people");
  assert.match(await text(0, "figure"), /▲ \+47\.9% ?(up 47\.9%)? from 2019 Matches$/);
  assert.equal(await text(0, "statistic-about"), "2020 · China · according to Supreme People's Procuratorate");
  assert.equal(await text(0, "mark"), "141,870");
  assert.match(await text(0, "statistic-article"), /China Daily · April 12, 2021$/);
  assert.match(
    await text(1, "figure"),
    /^at least 187\.6 billion Chinese yuan \(28\.7 billion US dollars\) May match$/,
  );
  assert.match(await text(2, "figure"), /^▲ (up )?63\.5%$/);
  assert.match(await text(2, "statistic-about"), /^January to November 2023/);

  await cards.first().getByText("How this was read").click();
  assert.match(await text(0, "readings"), /Period 2020 \(worked out: 'Last year', published 2021-04-12\)/);
});

browserTest("few cards at first, all on demand, and the keyboard stays at the button", async ({ page, url }) => {
  const box = await openStatistics(page, url);
  const cards = box.element.locator("[part=statistic]");
  assert.equal(await cards.count(), 4);
  await box.element.getByRole("button", { name: "Show 7 statistics" }).press("Enter");
  assert.equal(await cards.count(), answer.statistics?.length);
  const fewer = box.element.getByRole("button", { name: "Show fewer statistics" });
  assert.ok(await fewer.evaluate((button) => (button.getRootNode() as ShadowRoot).activeElement === button));
  await fewer.press("Enter");
  assert.equal(await cards.count(), 4);
});

browserTest("the link opens the article at the sentence", async ({ page, url }) => {
  const box = await openStatistics(page, url);
  const href = await box.element.locator("a[part=open]").first().getAttribute("href");
  assert.equal(
    href,
    "https://example.org/a1#:~:text=Last%20year%2C%20141%2C870%20people%20were%20prosecuted%20for%20cybercrimes%2C%20up%2047.9%20percent%20year%2Don%2Dyear.",
  );
  await page.evaluate(() =>
    document.addEventListener("almanac-statistic", (event) => {
      event.preventDefault();
      (globalThis as { followed?: unknown }).followed = (
        event as HTMLElementEventMap["almanac-statistic"]
      ).detail.statistic.id;
    }),
  );
  await box.element.locator("a[part=open]").first().click();
  assert.equal(await page.evaluate(() => (globalThis as { followed?: unknown }).followed), "s1");
  assert.equal(page.url(), url);
});

browserTest("an article without a link is shown among the results", async ({ page, url }) => {
  const box = await openStatistics(page, url);
  const passages = box.results.first().locator("[part=passage]");
  assert.equal(await passages.count(), 2);
  await box.element.getByRole("button", { name: "Show the article below" }).click();
  assert.equal(await passages.count(), 3);
  assert.equal(await box.results.first().getAttribute("aria-selected"), "true");
});

browserTest(
  "a citation is copied",
  async ({ page, url }) => {
    const box = await openStatistics(page, url);
    await box.element.locator("[part=cite]").first().click();
    await box.element.getByRole("button", { name: "Copied" }).waitFor();
    assert.match(
      await page.evaluate(() => navigator.clipboard.readText()),
      /^“Last year, 141,870 .* https:\/\/example\.org\/a1\n$/,
    );
  },
  { permissions: ["clipboard-read", "clipboard-write"] },
);

browserTest("nothing matches exactly: it is said, with the years there are", async ({ page, url }) => {
  const nearest = { reason: "no_exact_match", years: [2020, 2021, 2023] };
  const box = await openStatistics(page, url, { nearest });
  assert.equal(await box.notes.innerText(), "No exact match; closest instead. Years we have: 2020, 2021, 2023.");
});
