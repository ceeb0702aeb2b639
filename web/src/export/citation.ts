import type { Statistic } from "../wire/statistic.ts";

/** Returns a citation: the sentence, and where and when it stands. */
export function citationOf({ sentence, article }: Statistic): string {
  // The day is enough; with the time of day a citation would seem to depend on it.
  const where = [article.title, article.source, article.published?.slice(0, 10)].filter(Boolean).join(", ");
  return [`“${sentence}”`, `${where}.`, article.url].filter(Boolean).join(" ");
}

/** Returns citations, one a line; a sentence that states several statistics is cited once. */
export function citationsOf(statistics: readonly Statistic[]): string {
  return [...new Set(statistics.map(citationOf))].map((citation) => `${citation}\n`).join("");
}
