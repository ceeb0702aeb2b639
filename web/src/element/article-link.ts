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
