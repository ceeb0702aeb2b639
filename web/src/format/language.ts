/**
 * Returns a language tag as Intl's constructors take it: a list of none if the
 * tag is no tag, or of a language that this browser does not write in.
 */
export function intlTag(language: string): string[] {
  try {
    return Intl.NumberFormat.supportedLocalesOf(Intl.getCanonicalLocales(language || []));
  } catch {
    // A page may carry a language tag that is not one.
    return [];
  }
}

/** Tells whether two tags are of one language. */
export function isSameLanguage(a: string, b: string): boolean {
  const primary = (tag: string) => tag.toLowerCase().split("-")[0];
  return primary(a) === primary(b);
}
