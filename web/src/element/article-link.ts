/**
 * Returns where an article's link leads, or null if it has none. Archives are
 * made of text that others wrote: only web addresses become links, so that no
 * script hides in one. Relative addresses are relative to the page.
 */
export function articleLink(url: string | undefined, pageURL: string): string | null {
  if (!url) return null;
  try {
    const link = new URL(url, pageURL);
    return link.protocol === "http:" || link.protocol === "https:" || isOwnFile(link, pageURL) ? link.href : null;
  } catch {
    return null;
  }
}

/** A page opened from a disk may link to its neighbours on that disk. */
function isOwnFile(link: URL, pageURL: string): boolean {
  return link.protocol === "file:" && pageURL.startsWith("file:");
}

/** A quotation longer than this is named by its first and last words: addresses have an end. */
const longestFragment = 200;

/** Words at each end that stand for a long quotation. */
const endWords = 6;

/**
 * Returns a link to a sentence of the page behind a link, as a text fragment:
 * browsers that know those scroll there and mark it, others open the page.
 */
export function sentenceLink(href: string, sentence: string): string {
  const words = sentence.trim().split(/\s+/);
  const long = sentence.length > longestFragment && words.length > 2 * endWords;
  const ends = long ? [words.slice(0, endWords), words.slice(-endWords)] : [words];
  const fragment = ends.map((part) => encodeFragment(part.join(" "))).join(",");
  return `${href}${href.includes("#") ? "" : "#"}:~:text=${fragment}`;
}

/** A hyphen, too, means something in a text fragment. */
function encodeFragment(text: string): string {
  // A lone surrogate has no encoding.
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "")).replaceAll("-", "%2D");
}
