import type { Page } from "playwright-core";
import type { SearchResult } from "../../src/almanac.ts";
import { series, statistic } from "../../src/wire/testing/statistics.ts";
import { openBox, type SearchBox } from "./browser.ts";
import { answerWith } from "./fixed-answer.ts";

/** A query, and an answer to it that has everything a page can show of statistics. */
export const query = "more than 2,000 people in 2020 cybercrime";

const averted =
  "Losses of at least 187.6 billion yuan ($28.7 billion) involving 8.7 million potential victims were averted as a result.";
const risen = "Charges related to such crimes have risen 63.5 percent year-on-year.";
const change = { percent: 35.5, direction: "up", versus: { start: "2022-01-01", end: "2022-11-30" } } as const;
const inPlace = { id: "a2", title: "Crackdown intensifies on cybercrime", published: "2024-02-24T07:17:00" };

/** An answer to {@link query}. */
export const answer: Partial<SearchResult> = {
  articles: [
    {
      id: "a2",
      title: "Crackdown intensifies on cybercrime",
      published: "2024-02-24T07:17:00",
      score: 1,
      passages: ["First", "Second", "Third"].map((text) => ({
        text: `${text} passage on cybercrime.`,
        highlights: [],
      })),
    },
  ],
  total: 1,
  statistics: [
    statistic(),
    statistic({
      id: "s2",
      value: 187600000000,
      text: "187.6 billion",
      unit: { name: "CNY", class: "money", code: "CNY", text: "yuan" },
      bound: "at_least",
      kind: "money",
      measure: { label: "losses averted", key: "avert loss" },
      change: null,
      conversion: { value: 28700000000, unit: { name: "USD", class: "money", code: "USD", text: "$" } },
      series: null,
      sentence: averted,
      value_span: [averted.indexOf("187.6"), averted.indexOf(" yuan")],
      highlights: [],
      match: "possible",
    }),
    statistic({
      id: "s3",
      value: 63.5,
      text: "63.5",
      unit: { name: "percent", class: "percent", code: "%", text: "percent" },
      kind: "percent_change",
      trend: "up",
      measure: { label: "change in charges related to telecom fraud", key: "chang charg fraud" },
      change: { percent: 63.5, direction: "up", versus: { start: "2022-01-01", end: "2022-11-30" } },
      period: { start: "2023-01-01", end: "2023-11-30", text: "", basis: "inherited" },
      series: null,
      article: inPlace,
      sentence: risen,
      value_span: [risen.indexOf("63.5"), risen.indexOf("63.5") + 4],
      highlights: [],
      match: "text",
    }),
    ...["=cmd()", "+1", "-1", "@SUM(A1)"].map((source, i) =>
      statistic({
        id: `s${4 + i}`,
        value: 3000 + i,
        text: String(3000 + i),
        source,
        change,
        series: null,
        match: "text",
      }),
    ),
  ],
  series: [series()],
  facets: {
    unit: [
      { value: "people", count: 5 },
      { value: "phone calls", count: 1 },
    ],
    year: [
      { value: "2020", count: 5 },
      { value: "2023", count: 1 },
    ],
    kind: [
      { value: "count", count: 5 },
      { value: "percent_change", count: 1 },
    ],
    source: [{ value: "China Daily", count: 7 }],
    histogram: [
      { from: 0, to: 1000, count: 1 },
      { from: 1000, to: 100000, count: 4 },
      { from: 100000, to: 1000000, count: 2 },
    ],
  },
  understood: [
    { kind: "value", text: "more than 2,000", label: "more than 2,000", start: 0, end: 15 },
    { kind: "period", text: "in 2020", label: "2020", start: 23, end: 30 },
  ],
};

/** Opens a page whose box shows {@link answer}. */
export async function openStatistics(page: Page, url: string, changes: Partial<SearchResult> = {}): Promise<SearchBox> {
  await answerWith(page, { ...answer, ...changes });
  const box = await openBox(page, url);
  await box.search(query);
  return box;
}
