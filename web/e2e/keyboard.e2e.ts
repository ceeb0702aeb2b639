import assert from "node:assert/strict";
import { browserTest, openBox, type SearchBox } from "./harness/browser.ts";

async function marked(box: SearchBox): Promise<number> {
  const selected = await box.results.evaluateAll((options) =>
    options.map((option) => option.getAttribute("aria-selected") === "true"),
  );
  const active = await box.input.evaluate((input) => input.getAttribute("aria-activedescendant"));
  const index = selected.indexOf(true);
  assert.equal(active, index < 0 ? null : `result-${index}`);
  assert.equal(selected.filter(Boolean).length, index < 0 ? 0 : 1);
  return index;
}

browserTest("a search from the first key to an opened result without a mouse", async ({ page, url }) => {
  const box = await openBox(page, url);
  await page.keyboard.press("Tab");
  await page.keyboard.type("cybercrime");
  await box.answered("cybercrime");
  const count = await box.results.count();
  assert.ok(count >= 3);
  assert.equal(await box.input.getAttribute("aria-expanded"), "true");
  assert.equal(await marked(box), -1);

  const steps: [string, number][] = [
    ["ArrowDown", 0],
    ["ArrowDown", 1],
    ["ArrowUp", 0],
    ["ArrowUp", -1],
    ["ArrowUp", count - 1],
    ["ArrowDown", -1],
    ["Enter", 0],
  ];
  for (const [key, want] of steps) {
    await page.keyboard.press(key);
    assert.equal(await marked(box), want, key);
  }
  const passages = box.results.first().locator("[part=passage]");
  const before = (await passages.allTextContents()).join().length;
  await page.keyboard.press("Enter");
  assert.ok((await passages.allTextContents()).join().length > before, "Enter expands a result without a link");
  assert.equal(await marked(box), 0);

  await page.keyboard.press("Escape");
  assert.equal(await marked(box), -1);
  assert.equal(await box.input.inputValue(), "cybercrime");
  await page.keyboard.press("Escape");
  assert.equal(await box.input.inputValue(), "");
  assert.equal(await box.results.count(), 0);
  assert.equal(await box.input.getAttribute("aria-expanded"), "false");
  const focused = await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.tagName);
  assert.equal(focused, "INPUT");
});

browserTest("after a click on a result the keys go on from there", async ({ page, url }) => {
  const box = await openBox(page, url);
  await box.search("cybercrime");
  await box.results.nth(1).click();
  await page.keyboard.press("ArrowDown");
  assert.equal(await marked(box), 2);
  await page.keyboard.press("End");
  await page.keyboard.type("x");
  await box.answered("cybercrimex");
});

browserTest("Tab goes from the box to its button and on, not through every result", async ({ page, url }) => {
  const box = await openBox(page, url);
  await box.search("cybercrime");
  await box.input.focus();
  await page.keyboard.press("Tab");
  const label = () =>
    page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.getAttribute("aria-label"));
  assert.equal(await label(), "Clear search");
  await page.keyboard.press("Enter");
  assert.equal(await box.input.inputValue(), "");
});
