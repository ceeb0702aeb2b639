/** Everything the element says, in one language. Functions get figures already formatted. */
export interface Strings {
  /** Accessible name of the search box. */
  readonly label: string;
  readonly placeholder: string;
  readonly clear: string;
  readonly results: string;
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
}

/** English. */
export const english: Strings = {
  label: "Search",
  placeholder: "Search…",
  clear: "Clear search",
  results: "Results",
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
};

/** Languages at hand, by BCP 47 primary language subtag. */
const languages: Readonly<Record<string, Strings>> = { en: english };

/** Returns the strings for a BCP 47 tag; English if there are none. */
export function stringsFor(language: string): Strings {
  return languages[language.toLowerCase().split("-")[0] ?? ""] ?? english;
}
