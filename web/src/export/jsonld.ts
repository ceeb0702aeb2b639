import type { Statistic, StatisticArticle, Unit } from "../wire/statistic.ts";

type Node = Record<string, unknown>;

/** schema.org's names for kinds that have one. */
const statTypes: Readonly<Record<string, string>> = {
  percent_change: "growthRate",
  point_change: "growthRate",
  ratio: "ratio",
  share: "percentage",
  count: "count",
  money: "sum",
  rate: "rate",
};

/**
 * Returns statistics in the vocabulary of schema.org, as "almanac statistics
 * --format jsonld" writes them: an Observation for each, a StatisticalVariable
 * for each measure, a Claim for the sentence, and the article it stands in.
 * What schema.org has no term for is an additionalProperty.
 */
export function toJSONLD(statistics: readonly Statistic[]): string {
  const nodes = new Map<string, Node>();
  for (const statistic of statistics) {
    const article = articleNode(statistic.article);
    const variable = variableNode(statistic);
    for (const node of [article, variable, observationNode(statistic)]) {
      const id = String(node["@id"]);
      if (!nodes.has(id)) nodes.set(id, node);
    }
  }
  return JSON.stringify({ "@context": "https://schema.org/", "@graph": [...nodes.values()] }, null, 1);
}

function articleNode(article: StatisticArticle): Node {
  return known({
    "@type": "NewsArticle",
    "@id": articleId(article),
    headline: article.title,
    datePublished: article.published,
    url: article.url,
    publisher: named("Organization", article.source),
  });
}

function variableNode(statistic: Statistic): Node {
  const { measure, unit, kind } = statistic;
  return known({
    "@type": "StatisticalVariable",
    "@id": variableId(statistic),
    name: measure?.label,
    statType: kind && statTypes[kind],
    populationType: unit?.class === "people" ? { "@id": "https://schema.org/Person" } : undefined,
  });
}

function observationNode(s: Statistic): Node {
  return known({
    "@type": "Observation",
    "@id": `#${s.id}`,
    name: s.measure?.label,
    variableMeasured: { "@id": variableId(s) },
    ...amount(s),
    unitCode: unitCode(s.unit),
    unitText: s.unit?.name,
    observationAbout: named("Place", s.place),
    observationDate: s.period?.start,
    observationPeriod: duration(s.period?.start, s.period?.end),
    measurementDenominator: s.share?.of,
    additionalProperty: properties(s),
    subjectOf: known({
      "@type": "Claim",
      text: s.sentence,
      author: named("Organization", s.source),
      appearance: { "@id": articleId(s.article) },
    }),
  });
}

function amount({ value, high, bound }: Statistic): Node {
  if (typeof high === "number") return { minValue: value, maxValue: high };
  if (bound === "more_than" || bound === "at_least") return { value, minValue: value };
  if (bound === "less_than" || bound === "at_most") return { value, maxValue: value };
  return { value };
}

function properties(s: Statistic): Node[] {
  const { start = "", end = "", basis } = s.period ?? {};
  const change = s.change && `${s.change.direction || "by"} ${s.change.percent}%`;
  return Object.entries({
    bound: s.bound,
    periodBasis: basis,
    interval: start || end ? `${start}/${end}` : undefined,
    role: s.unit?.role,
    agent: s.agency,
    change,
    conversion: s.conversion && `${s.conversion.unit.code || s.conversion.unit.name} ${s.conversion.value}`,
    confidence: s.confidence,
  }).flatMap(([name, value]) => (isKnown(value) ? [{ "@type": "PropertyValue", name, value }] : []));
}

/** A unit with the list it is from: UN/CEFACT, ISO 4217 or UCUM. */
function unitCode(unit: Unit | undefined): string | undefined {
  if (!unit?.code) return undefined;
  if (unit.class === "percent") return "P1";
  return unit.class === "money" && unit.code.length === 3 ? `ISO4217:${unit.code}` : `UCUM:${unit.code}`;
}

/** The length of a period as ISO 8601: years or months if it is made of them, else days. */
function duration(start: string | undefined, end: string | undefined): string | undefined {
  if (!start || !end) return undefined;
  const first = new Date(`${start}T00:00:00Z`);
  const next = new Date(`${end}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  const days = Math.round((next.getTime() - first.getTime()) / 86_400_000);
  if (!(days > 0)) return undefined;
  const months = (next.getUTCFullYear() - first.getUTCFullYear()) * 12 + next.getUTCMonth() - first.getUTCMonth();
  if (first.getUTCDate() !== next.getUTCDate() || months === 0) return `P${days}D`;
  return months % 12 === 0 ? `P${months / 12}Y` : `P${months}M`;
}

function articleId(article: StatisticArticle): string {
  return `#article-${article.id}`;
}

function variableId({ unit, measure, id }: Statistic): string {
  const key = measure?.key || measure?.label || id;
  return `#measure-${[unit?.class, key].filter(Boolean).join("-").replace(/\s+/g, "-")}`;
}

function named(type: string, name: string | undefined): Node | undefined {
  return name ? { "@type": type, name } : undefined;
}

/** Returns the node without what is not known. */
function known(node: Node): Node {
  return Object.fromEntries(Object.entries(node).filter(([, value]) => isKnown(value)));
}

function isKnown(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "";
}
