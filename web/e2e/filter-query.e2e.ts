import assert from "node:assert/strict";
import { browserTest, importApi, openBox, type ApiHolder, type SearchBox } from "./harness/browser.ts";

/** Returns the figures of all cards, as the articles have them: the marked part of each quotation. */
async function figures(box: SearchBox): Promise<string[]> {
  const all = box.element.getByRole("button", { name: /^Show \d/ });
  if (await all.isVisible()) await all.click();
  return (await box.element.locator("[part=quote] [part=mark]").allInnerTexts()).sort();
}

browserTest("a condition in words is kept by every card, and leaves with its chip", async ({ page, url }) => {
  const box = await openBox(page, url);
  await box.search("more than 2,000 lawsuits");
  assert.ok((await figures(box)).includes("2,000"), "stated as more than 2,000");
  const badges = new Set(await box.element.locator("[part=badge]").allInnerTexts());
  assert.deepEqual([...badges], ["Matches"]);

  const query = "cybercrime > 100000 people";
  await box.search(query);
  assert.deepEqual(await box.element.locator("[part=chip]").allInnerTexts(), ["> 100000 people"]);
  for (const figure of await figures(box)) {
    const value = Number.parseFloat(figure.replaceAll(",", "")) * (figure.includes("million") ? 1e6 : 1);
    assert.ok(value > 100000, figure);
  }
  await box.element.locator("[part=chip]").click();
  await box.answered("cybercrime");
  assert.equal(await box.element.locator("[part=chip]").count(), 0);
  assert.ok((await figures(box)).some((figure) => Number.parseFloat(figure.replaceAll(",", "")) < 100000));
});

browserTest("every facet, once pressed, leaves as many statistics as it counted", async ({ page, url }) => {
  const box = await openBox(page, url);
  await box.search("people prosecuted in 2020");
  await box.element.getByText("Filter statistics").click();
  const shares = box.element.getByRole("button", { name: /^shares \d/ });
  const count = Number(/\d+/.exec(await shares.innerText())?.[0]);
  await shares.click();
  await box.answered("people prosecuted in 2020 kind:share");
  assert.equal((await figures(box)).length, count);
  assert.equal(await shares.getAttribute("aria-pressed"), "true");
  await box.element.getByRole("button", { name: "Clear filters" }).click();
  await box.answered("people prosecuted");
});

browserTest("a year there is nothing for is not answered with another, unless that is said", async ({ page, url }) => {
  const box = await openBox(page, url);
  await box.search("cybercrime people in 2018");
  assert.match(await box.notes.innerText(), /^No exact match; closest instead\. Years we have: [\d, ]*2020/);
  assert.equal(await box.element.locator("[part=badge]").count(), 0);
});

browserTest("a script gets statistics whose ranges are of their sentences", async ({ page, url }) => {
  await page.goto(url);
  await importApi(page, url);
  const statistics = await page.evaluate(async (base) => {
    const { openAlmanac } = (globalThis as unknown as ApiHolder).api;
    const almanac = await openAlmanac({ base });
    return (await almanac.search("cybercrime people", { limit: 50 })).statistics;
  }, url);
  assert.ok(statistics.length > 5);
  for (const { sentence, text, value_span: span, highlights, article } of statistics) {
    assert.equal(sentence.slice(...span!), text);
    for (const range of highlights ?? []) assert.match(sentence.slice(...range), /^(cyber|crime|people|person)/i);
    assert.ok(article.id && article.title);
  }
});
