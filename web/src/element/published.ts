/**
 * Returns a publication time as a reader of a language writes it, as exact as it
 * is known: a year, a month, or a day; the time of day is left out. What is not
 * ISO 8601 is returned as it is.
 */
export function formatPublished(published: string, language: string): string {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:$|T)/.exec(published);
  if (!parts) return published;
  const [, year, month, day] = parts;
  const options: Intl.DateTimeFormatOptions = { year: "numeric", timeZone: "UTC" };
  if (month) options.month = "long";
  if (day) options.day = "numeric";
  // The date as written, whatever zone the reader is in: a zone would move it by a day.
  const date = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  return date.getUTCMonth() === Number(month ?? 1) - 1 ? format(date, options, language) : published;
}

function format(date: Date, options: Intl.DateTimeFormatOptions, language: string): string {
  try {
    return new Intl.DateTimeFormat(language || undefined, options).format(date);
  } catch {
    // A page may carry a language tag that is not one.
    return new Intl.DateTimeFormat(undefined, options).format(date);
  }
}
