import assert from "node:assert/strict";
import type { AlmanacSearch } from "../src/almanac.ts";
import { browserTest, openBox } from "./harness/browser.ts";
import { answerAll } from "./harness/fixed-answer.ts";
import { openStatistics } from "./harness/statistics.ts";
import { series, statistic } from "../src/wire/testing/statistics.ts";

const queries = [
  '<img src=x onerror="globalThis.harmed=1">',
  "<script>globalThis.harmed=1</script>",
  "cybercrime</mark><svg onload=globalThis.harmed=1>",
  "javascript:globalThis.harmed=1",
  '"><iframe srcdoc="<script>parent.harmed=1</script>">',
  "${globalThis.harmed=1}{{constructor.constructor('harmed=1')()}}",
  "\u0000\u0001\u001b[31m\u202e\u2066",
  "\ud800 \udfff lone surrogates",
  "Z̸̡̛͓̦a̴l̷g̵o̶ ".repeat(50),
  "%00%0a../../etc/passwd",
  "__proto__ constructor toString hasOwnProperty",
  '"unclosed "quotes" and (parens [brackets',
  "a".repeat(20_000),
  "crime ".repeat(5_000),
  "😀👨‍👩‍👧‍👦 🇨🇳 ﷽ 中文 العربية עברית",
];

browserTest("hostile queries do nothing but search", async ({ page, url }) => {
  const box = await openBox(page, url);
  for (const query of queries) {
    await box.element.evaluate(
      (element: AlmanacSearch, text) =>
        new Promise((resolve) => {
          element.addEventListener("almanac-results", resolve, { once: true });
          element.value = text;
        }).then(() => undefined),
      query,
    );
    const strange = await box.element.evaluate((element) => {
      const root = element.shadowRoot!;
      const articles = "DIV INPUT BUTTON SVG PATH P SPAN BDI TIME MARK A";
      const statistics = "SECTION H2 UL LI DETAILS SUMMARY BLOCKQUOTE CITE B DL DT DD LABEL RECT TITLE";
      const known = `${articles} ${statistics}`.split(" ");
      return [...root.querySelectorAll("*")]
        .map((e) => e.tagName.toUpperCase())
        .filter((name) => !known.includes(name));
    });
    assert.deepEqual(strange, [], query.slice(0, 60));
    const handlers = await box.element.evaluate((element) =>
      [...element.shadowRoot!.querySelectorAll("*")].flatMap((e) => e.getAttributeNames()).filter((n) => /^on/.test(n)),
    );
    assert.deepEqual(handlers, []);
  }
  assert.equal(await page.evaluate(() => (globalThis as { harmed?: number }).harmed), undefined);
  // What was typed is repeated as text.
  await box.search("<b>zzyzx</b>qqq");
  assert.match((await box.message.textContent()) ?? "", /Nothing found for “<b>zzyzx<\/b>qqq”\./);
  await box.search("cybercrime");
  assert.ok((await box.results.count()) > 0);
});

browserTest("hostile text in an archive is shown as text, and its links lead nowhere", async ({ page, url }) => {
  const evil = '<img src=x onerror="globalThis.harmed=1">';
  const article = {
    id: evil,
    title: evil,
    url: "javascript:globalThis.harmed=1",
    published: evil,
    section: evil,
    source: evil,
    author: evil,
    language: evil,
    titleHighlights: [
      [-5, 3],
      [2, 999],
      [4, 1],
    ] as const,
    passages: [{ text: evil, highlights: [[0, 1e9]] as const, heading: evil }],
  };
  await answerAll(
    page,
    [article],
    [
      { text: evil, match: "typo", as: [evil] },
      { text: evil, match: "missing", as: [] },
    ],
  );
  const box = await openBox(page, url);
  await box.search("anything");
  assert.deepEqual(await box.titles(), [evil]);
  assert.equal(await box.element.locator("img, a").count(), 0);
  await box.results.first().click();
  assert.equal(await page.evaluate(() => (globalThis as { harmed?: number }).harmed), undefined);
  assert.equal(page.url(), url);
});

browserTest("hostile text in statistics is shown as text, and their links lead nowhere", async ({ page, url }) => {
  const evil = '<img src=x onerror="globalThis.harmed=1">';
  const article = { id: evil, title: evil, url: "javascript:globalThis.harmed=1", published: evil, source: evil };
  const unit = { name: evil, class: "money", code: evil, text: evil, role: evil };
  const hostile = statistic({
    id: evil,
    article,
    unit,
    sentence: evil,
    source: evil,
    place: evil,
    measure: { label: evil, key: evil },
    period: { start: evil, end: evil, text: evil },
    share: { of: evil },
    conversion: { value: 1, unit },
    series: evil,
    value_span: [0, 4],
    highlights: [[2, 999]],
    readings: [{ field: "constructor", value: evil, basis: evil }],
  });
  const point = { value: 1, period: { start: evil, end: evil } };
  const counts = [{ value: evil, count: 1 }];
  const box = await openStatistics(page, url, {
    statistics: [hostile],
    series: [
      series({ id: evil, label: evil, unit, place: evil, points: [point, point], notes: [evil, "constructor"] }),
    ],
    facets: { unit: counts, year: counts, kind: counts, source: counts, histogram: [] },
    understood: [{ kind: evil, text: evil, label: evil, start: 0, end: 1 }],
  });
  for (const summary of await box.element.locator("summary").all()) await summary.click();
  assert.equal(await box.element.locator("[part=quote]").innerText(), evil);
  assert.equal(await box.element.locator("img, a").count(), 0);
  for (const button of await box.element.locator("[part=facet]").all()) await button.click();
  assert.equal(await page.evaluate(() => (globalThis as { harmed?: number }).harmed), undefined);
  assert.equal(page.url(), url);
});
