import assert from "node:assert/strict";
import { test } from "node:test";
import type { Statistic } from "../wire/statistic.ts";
import { statistic } from "../wire/testing/statistics.ts";
import { toJSONLD } from "./jsonld.ts";

type Node = Record<string, any>;

function graph(...statistics: Statistic[]): Node[] {
  const document = JSON.parse(toJSONLD(statistics)) as Node;
  assert.equal(document["@context"], "https://schema.org/");
  return document["@graph"] as Node[];
}

function ofType(nodes: Node[], type: string): Node[] {
  return nodes.filter((node) => node["@type"] === type);
}

test("an observation, its variable, its claim and its article", () => {
  const nodes = graph(statistic());
  const [observation] = ofType(nodes, "Observation");
  const [variable] = ofType(nodes, "StatisticalVariable");
  const [article] = ofType(nodes, "NewsArticle");
  assert.equal(nodes.length, 3);
  assert.equal(observation?.["value"], 141870);
  assert.equal(observation?.["unitCode"], "UCUM:{people}");
  assert.equal(observation?.["observationPeriod"], "P1Y");
  assert.deepEqual(observation?.["variableMeasured"], { "@id": variable?.["@id"] });
  assert.equal(variable?.["statType"], "count");
  assert.deepEqual(observation?.["subjectOf"]["appearance"], { "@id": article?.["@id"] });
  assert.equal(observation?.["subjectOf"]["@type"], "Claim");
  assert.equal(observation?.["subjectOf"]["text"], statistic().sentence);
  assert.equal(article?.["publisher"].name, "China Daily");
  const properties = Object.fromEntries(
    (observation?.["additionalProperty"] as Node[]).map(({ name, value }) => [name, value]),
  );
  assert.deepEqual(properties, {
    bound: "exact",
    periodBasis: "relative",
    interval: "2020-01-01/2020-12-31",
    role: "suspect",
    agent: "procuratorates",
    change: "up 47.9%",
    confidence: 0.9,
  });
});

test("articles and measures that statistics share stand there once", () => {
  const nodes = graph(statistic(), statistic({ id: "s2", value: 5 }));
  assert.equal(ofType(nodes, "Observation").length, 2);
  assert.equal(nodes.length, 4);
});

test("bounds, units and lengths of periods", () => {
  const [more, range, money, months, days, open] = ofType(
    graph(
      statistic({ id: "1", bound: "more_than" }),
      statistic({ id: "2", bound: "range", high: 150000 }),
      statistic({ id: "3", unit: { name: "CNY", class: "money", code: "CNY" } }),
      statistic({ id: "4", period: { start: "2023-01-01", end: "2023-11-30" } }),
      statistic({ id: "5", period: { start: "2020-10-01", end: "2021-04-02" } }),
      statistic({ id: "6", period: { start: "2023-01-01", end: "" } }),
    ),
    "Observation",
  );
  assert.deepEqual([more?.["value"], more?.["minValue"], more?.["maxValue"]], [141870, 141870, undefined]);
  assert.deepEqual([range?.["value"], range?.["minValue"], range?.["maxValue"]], [undefined, 141870, 150000]);
  assert.equal(money?.["unitCode"], "ISO4217:CNY");
  assert.equal(months?.["observationPeriod"], "P11M");
  assert.equal(days?.["observationPeriod"], "P184D");
  assert.equal(open?.["observationPeriod"], undefined);
});

test("what is not known is left out", () => {
  const text = toJSONLD([{ id: "s", value: 1, text: "1", sentence: "One.", article: { id: "a", title: "T" } }]);
  assert.ok(!/null|""|undefined/.test(text), text);
});
