import type { Series, Statistic } from "../statistic.ts";

/** A statistic as the engine sends it, for tests; what is given takes the place of what it has. */
export function statistic(changes: Partial<Statistic> = {}): Statistic {
  const sentence = "Last year, 141,870 people were prosecuted for cybercrimes, up 47.9 percent year-on-year.";
  return {
    id: "s1",
    value: 141870,
    high: null,
    text: "141,870",
    unit: { name: "people", class: "people", code: "{people}", text: "people", role: "suspect" },
    bound: "exact",
    kind: "count",
    trend: "",
    measure: { label: "people prosecuted for cybercrimes", key: "cybercrim person prosecut" },
    agency: "procuratorates",
    source: "Supreme People's Procuratorate",
    place: "China",
    period: { start: "2020-01-01", end: "2020-12-31", text: "Last year", basis: "relative" },
    change: { percent: 47.9, direction: "up", versus: { start: "2019-01-01", end: "2019-12-31" } },
    share: null,
    conversion: null,
    series: "c1",
    salience: "core",
    confidence: 0.9,
    article: {
      id: "a1",
      title: "Authorities stepping up cybercrime crackdown",
      url: "https://example.org/a1",
      published: "2021-04-12T08:47:00",
      source: "China Daily",
    },
    paragraph: 3,
    sentence,
    value_span: [sentence.indexOf("141,870"), sentence.indexOf("141,870") + 7],
    highlights: [[sentence.indexOf("cybercrimes"), sentence.indexOf("cybercrimes") + 11]],
    match: "certain",
    score: 1,
    readings: [{ field: "period", value: "2020", basis: "relative: 'Last year', published 2021-04-12" }],
    ...changes,
  };
}

/** The series that {@link statistic} belongs to: calculated, stated, about, and of eleven months. */
export function series(changes: Partial<Series> = {}): Series {
  return {
    id: "c1",
    label: "people prosecuted for cybercrimes",
    unit: { name: "people", class: "people", code: "{people}", text: "people" },
    place: "China",
    points: [
      { value: 95923, bound: "about", period: year(2019), statistic: null, article: "a1", calculated: true },
      { value: 141870, bound: "exact", period: year(2020), statistic: "s1", article: "a1" },
      { value: 282000, bound: "more_than", period: year(2021), statistic: "s2", article: "a2" },
      {
        value: 280000,
        bound: "exact",
        period: { start: "2023-01-01", end: "2023-11-30" },
        statistic: "s3",
        article: "a3",
        partial: true,
      },
    ],
    notes: ["partial", "definition"],
    ...changes,
  };
}

function year(number: number): { start: string; end: string } {
  return { start: `${number}-01-01`, end: `${number}-12-31` };
}
