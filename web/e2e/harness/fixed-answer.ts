import type { Page } from "playwright-core";
import type { Article, SearchResult, Term } from "../../src/almanac.ts";

/** Puts a worker in the place of the site's that gives every search the same answer. */
export async function answerAll(page: Page, articles: readonly Partial<Article>[], terms: Term[] = []): Promise<void> {
  const whole = articles.map((article) => ({ score: 1, passages: [], ...article }) as Article);
  await answerWith(page, { articles: whole, total: whole.length, terms });
}

/** The same, for an answer of any kind; what is not given is empty. */
export async function answerWith(page: Page, answer: Partial<SearchResult>): Promise<void> {
  const result = { articles: [], statistics: [], total: 0, ...answer };
  const body = `onmessage = ({ data }) => {
    if (data.type === "open") postMessage({ type: "opened", holdings: { articles: 1, passages: 1 } });
    if (data.type === "search") postMessage({ type: "found", query: data.query, result: ${JSON.stringify(result)} });
  };
  postMessage({ type: "ready" });`;
  await page.route("**/assets/worker.*.js", (route) => route.fulfill({ contentType: "text/javascript", body }));
}
