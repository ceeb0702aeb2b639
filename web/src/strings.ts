/** Everything the element says, in one language. Functions get figures already formatted. */
export interface Strings {
  /** BCP 47 tag of the language these are in. */
  readonly language: string;
  /** Accessible name of the search box. */
  readonly label: string;
  readonly placeholder: string;
  readonly clear: string;
  readonly results: string;
  /** Heading of the articles, where statistics stand before them. */
  readonly articles: string;
  /** `percent` is null while the size is unknown. */
  loading(percent: string | null): string;
  readonly searching: string;
  /** All matching articles are shown. */
  found(total: string, count: number): string;
  /** `shown` of `total` articles are shown. */
  foundMore(shown: string, total: string): string;
  readonly showMore: string;
  /** A word that is in no article was taken for others. */
  takenFor(word: string, others: string): string;
  /** Words that are in no article, though others of the query are. */
  notFound(words: string, count: number): string;
  readonly keepTyping: string;
  nothingFor(query: string): string;
  /** Words that are in no article, in a query that found nothing. */
  missingWords(words: string, count: number): string;
  readonly noneTogether: string;
  readonly whatToTry: string;
  readonly retry: string;
  /** What went wrong and what to do, by error code; `other` for codes not listed. */
  readonly errors: { readonly other: string } & Readonly<Record<string, string>>;
  details(message: string): string;
  morePassages(count: string, n: number): string;
  /** The rest of passages shown in part. */
  readonly more: string;
  readonly less: string;
  /** A number and what is counted. */
  counted(number: string, unit: string): string;
  range(low: string, high: string): string;
  /** How exactly an amount is known. */
  readonly bounds: Readonly<Record<string, (amount: string) => string>>;
  readonly changed: Readonly<Record<"up" | "down", (percent: string) => string>>;
  /** Between two dates, spaces included. */
  readonly to: string;
  since(date: string): string;
  until(date: string): string;
  readonly statistics: StatisticStrings;
}

/** What the element says about statistics, their filters, charts and files. */
export interface StatisticStrings {
  readonly heading: string;
  count(total: string, n: number): string;
  showAll(total: string): string;
  readonly showFewer: string;
  /** Nothing satisfies the query's conditions; `years` are those there is something for, "" if none. */
  nearest(years: string): string;
  /** Instead of results. */
  yearsOnly(years: string): string;
  /** How a statistic satisfies the query's conditions. */
  readonly certain: string;
  readonly possible: string;
  /** After a change: since when. */
  versus(period: string): string;
  shareOf(whole: string): string;
  saidBy(source: string): string;
  readonly openArticle: string;
  readonly showArticle: string;
  readonly howRead: string;
  /** Names of a statistic's fields; a field without one is called as it is. */
  readonly fields: Readonly<Record<string, string>>;
  /** On what a reading rests, by the first word of its basis. */
  readonly bases: Readonly<Record<string, string>>;
  readonly cite: string;
  readonly copied: string;
  readonly save: string;
  readonly csv: string;
  readonly jsonld: string;
  readonly citations: string;
  /** Name of the row of chips. */
  readonly understood: string;
  removePart(part: string): string;
  readonly filters: string;
  readonly groups: Readonly<Record<"unit" | "year" | "kind" | "source" | "value", string>>;
  /** Classes of units, where their own names would not do; a class without a name is called as it is. */
  readonly units: Readonly<Record<string, string>>;
  /** Kinds of statistics, in the plural; a kind without a name is called as it is. */
  readonly kinds: Readonly<Record<string, string>>;
  readonly low: string;
  readonly high: string;
  readonly apply: string;
  readonly reset: string;
  classCount(low: string, high: string, count: string, n: number): string;
  readonly chart: (label: string) => string;
  readonly keys: string;
  readonly asTable: string;
  readonly columns: Readonly<Record<"period" | "value" | "remark" | "article", string>>;
  readonly calculated: string;
  /** Of a period that is shorter than the others'; months is "" if it is not made of months. */
  partial(months: string): string;
  /** An open end, as the chart's key tells it. */
  readonly openAbove: string;
  readonly openBelow: string;
  /** What to beware of in a series; a note without a text is not shown. */
  readonly notes: Readonly<Record<string, string>>;
}

const englishStatistics: StatisticStrings = {
  heading: "Statistics",
  count: (total, n) => (n === 1 ? `${total} statistic` : `${total} statistics`),
  showAll: (total) => `Show ${total} statistics`,
  showFewer: "Show fewer statistics",
  nearest: (years) => `No exact match; closest instead.${years ? ` Years we have: ${years}.` : ""}`,
  yearsOnly: (years) => `Years we have: ${years}.`,
  certain: "Matches",
  possible: "May match",
  versus: (period) => `from ${period}`,
  shareOf: (whole) => `of ${whole}`,
  saidBy: (source) => `according to ${source}`,
  openArticle: "Open the article here",
  showArticle: "Show the article below",
  howRead: "How this was read",
  fields: {
    value: "Value",
    bound: "Precision",
    unit: "Unit",
    kind: "Kind",
    measure: "Measure",
    agency: "Agency",
    source: "Source",
    place: "Place",
    period: "Period",
    change: "Change",
    share: "Share of",
    trend: "Trend",
    conversion: "Conversion",
    confidence: "Confidence",
  },
  bases: {
    explicit: "stated",
    inherited: "from earlier in the article",
    relative: "worked out",
    none: "not stated",
  },
  cite: "Copy citation",
  copied: "Copied",
  save: "Save these statistics:",
  csv: "CSV",
  jsonld: "JSON-LD",
  citations: "Citations",
  understood: "Read as conditions",
  removePart: (part) => `Remove ${part}`,
  filters: "Filter statistics",
  groups: { unit: "Unit", year: "Year", kind: "Kind", source: "Source", value: "Value" },
  units: { thing: "other things" },
  kinds: {
    count: "counts",
    money: "amounts of money",
    share: "shares",
    percent_change: "changes in percent",
    point_change: "changes in points",
    ratio: "ratios",
    duration: "durations",
    rate: "rates",
    rank: "ranks",
    measurement: "measurements",
  },
  low: "From",
  high: "To",
  apply: "Apply",
  reset: "Clear filters",
  classCount: (low, high, count, n) => `${low} to ${high}: ${count} ${n === 1 ? "statistic" : "statistics"}`,
  chart: (label) => `Chart: ${label}`,
  keys: "Arrow keys go from point to point.",
  asTable: "Figures as a table",
  columns: { period: "Period", value: "Value", remark: "Remark", article: "Article" },
  calculated: "calculated",
  partial: (months) => (months ? `${months} months only` : "part of the time only"),
  openAbove: "or more",
  openBelow: "or less",
  notes: {
    partial: "The periods are not of the same length.",
    definition: "The articles do not define the measure alike.",
    conflict: "The articles contradict each other.",
    calculated: "Calculated values follow from another value and a stated change.",
  },
};

/** English. */
export const english: Strings = {
  language: "en",
  label: "Search",
  placeholder: "Search…",
  clear: "Clear search",
  results: "Results",
  articles: "Articles",
  loading: (percent) => (percent ? `Loading search… ${percent}` : "Loading search…"),
  searching: "Searching…",
  found: (total, count) => (count === 1 ? `${total} article` : `${total} articles`),
  foundMore: (shown, total) => `${shown} of ${total} articles`,
  showMore: "Show more articles",
  takenFor: (word, others) => `No article has ${word}; these have ${others}.`,
  notFound: (words, count) => (count === 1 ? `No article has ${words}.` : `No article has any of ${words}.`),
  keepTyping: "Keep typing: there is nothing to search for yet, or only very common words.",
  nothingFor: (query) => `Nothing found for “${query}”.`,
  missingWords: (words, count) =>
    count === 1 ? `The word ${words} is in no article.` : `These words are in no article: ${words}.`,
  noneTogether: "No article has these words together.",
  whatToTry: "Check the spelling, or try fewer or more general words.",
  retry: "Try again",
  errors: {
    network: "The search data could not be loaded. Check your connection and try again.",
    missing:
      "A part of the search is missing from this site. Reload the page; if that does not help, tell the site’s owner.",
    damaged: "A part of the search data is damaged. Reload the page; if that does not help, tell the site’s owner.",
    manifest: "There is no search data where this page expects it, or it is of another version. Reload the page.",
    version: "The search on this page is out of date. Reload the page.",
    analysis: "The search on this page is out of date. Reload the page.",
    unsupported: "This browser is too old for the search on this page. Update it, or use another one.",
    blocked: "This page’s security settings keep the search from running. Tell the site’s owner.",
    engine: "The search stopped unexpectedly. Try again.",
    other: "Something went wrong with the search. Try again.",
  },
  details: (message) => `Details: ${message}`,
  morePassages: (count, n) => (n === 1 ? `${count} more passage` : `${count} more passages`),
  more: "Show more",
  less: "Show less",
  counted: (number, unit) => `${number} ${unit}`,
  range: (low, high) => `${low} to ${high}`,
  bounds: {
    about: (amount) => `about ${amount}`,
    more_than: (amount) => `more than ${amount}`,
    at_least: (amount) => `at least ${amount}`,
    less_than: (amount) => `less than ${amount}`,
    at_most: (amount) => `at most ${amount}`,
  },
  changed: { up: (percent) => `up ${percent}`, down: (percent) => `down ${percent}` },
  to: " to ",
  since: (date) => `since ${date}`,
  until: (date) => `until ${date}`,
  statistics: englishStatistics,
};

/** Returns a name from a table; undefined if the table has none, whatever objects inherit. */
export function nameIn(names: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(names, key) ? names[key] : undefined;
}

/** Languages at hand, by BCP 47 primary language subtag. */
const languages: Readonly<Record<string, Strings>> = { en: english };

/** Returns the strings for a BCP 47 tag; English if there are none. */
export function stringsFor(language: string): Strings {
  return languages[language.toLowerCase().split("-")[0] ?? ""] ?? english;
}
