import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { browserTest, openBox, type SearchBox } from "./harness/browser.ts";
import { answerAll } from "./harness/fixed-answer.ts";

const articles = [
  { id: "a", title: "With a link", url: "article-a.html" },
  { id: "b", title: "With another", url: "article-b.html" },
];

async function linked(page: Page, url: string): Promise<SearchBox> {
  await page.route("**/article-*.html", (route) =>
    route.fulfill({ contentType: "text/html", body: `<!doctype html><link rel="icon" href="data:,">` }),
  );
  await answerAll(page, articles);
  const box = await openBox(page, url);
  await box.search("anything");
  return box;
}

browserTest("Enter opens the marked article, and so does a click", async ({ page, url }) => {
  const box = await linked(page, url);
  await box.input.press("ArrowDown");
  await box.input.press("ArrowDown");
  await Promise.all([page.waitForURL("**/article-b.html"), box.input.press("Enter")]);
  await page.goBack();
  await box.search("anything");
  await Promise.all([page.waitForURL("**/article-a.html"), box.results.first().click()]);
});

browserTest("Ctrl-Enter opens another tab and leaves this one", async ({ page, context, url }) => {
  const box = await linked(page, url);
  await context.route("**/article-*.html", (route) =>
    route.fulfill({ contentType: "text/html", body: "<!doctype html>" }),
  );
  await box.input.press("ArrowDown");
  const [tab] = await Promise.all([context.waitForEvent("page"), box.input.press("Control+Enter")]);
  await tab.waitForURL("**/article-a.html");
  assert.equal(page.url(), url);
});

browserTest("a page may take choosing an article into its own hands", async ({ page, url }) => {
  const box = await linked(page, url);
  await page.evaluate(() =>
    document.addEventListener("almanac-select", (event) => {
      event.preventDefault();
      const { article, index, href } = (event as HTMLElementEventMap["almanac-select"]).detail;
      (globalThis as { chosen?: unknown }).chosen = { id: article.id, index, href };
    }),
  );
  await box.results.nth(1).click();
  const chosen = await page.evaluate(() => (globalThis as { chosen?: unknown }).chosen);
  assert.deepEqual(chosen, { id: "b", index: 1, href: `${url}article-b.html` });
  assert.equal(page.url(), url);
});
