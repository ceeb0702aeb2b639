import type { Strings } from "../strings.ts";
import type { Span } from "../wire/statistic.ts";
import { intlTag, isSameLanguage } from "./language.ts";

/** How exactly a day bounds a period: as the first or last of a year, of a month, or as itself. */
type Grain = "year" | "month" | "day";

const options: Record<Grain, Intl.DateTimeFormatOptions> = {
  year: { year: "numeric" },
  month: { year: "numeric", month: "long" },
  day: { year: "numeric", month: "long", day: "numeric" },
};

/**
 * Returns a period in words, as coarse as it is: 2020, January to November 2023,
 * October 2020 to April 2, 2021, since 2023. "" if nothing is known of it; dates
 * that are none are returned as they are.
 */
export function formatSpan({ start, end }: Span, language: string, strings: Strings): string {
  const from = start ? dateOf(start) : null;
  const to = end ? dateOf(end) : null;
  if ((start && !from) || (end && !to)) return [start, end].filter(Boolean).join("/");
  if (from && to) return closed(from, to, language, strings);
  if (from) return strings.since(formatter(startGrain(from), language).format(from));
  if (to) return strings.until(formatter(endGrain(to), language).format(to));
  return "";
}

/** Returns how many whole months a span covers; 0 if it is open or not made of months. */
export function monthsOf({ start, end }: Span): number {
  const from = start ? dateOf(start) : null;
  const to = end ? dateOf(end) : null;
  if (!from || !to || startGrain(from) === "day" || endGrain(to) === "day") return 0;
  return (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth() + 1;
}

function closed(from: Date, to: Date, language: string, strings: Strings): string {
  const grain = finer(startGrain(from), endGrain(to));
  const format = formatter(grain, language);
  if (format.format(from) === format.format(to)) return format.format(from);
  // English takes a word for the dash; where the words are not the dates' language, the dash stays.
  const dash = isSameLanguage(format.resolvedOptions().locale, strings.language) ? strings.to : null;
  const parts = format.formatRangeToParts(from, to);
  return parts
    .map(({ source, value }) => (dash && source === "shared" && /\p{Pd}/u.test(value) ? dash : value))
    .join("");
}

function formatter(grain: Grain, language: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(intlTag(language), { ...options[grain], timeZone: "UTC" });
}

function startGrain(day: Date): Grain {
  if (day.getUTCDate() !== 1) return "day";
  return day.getUTCMonth() === 0 ? "year" : "month";
}

function endGrain(day: Date): Grain {
  const next = new Date(day);
  next.setUTCDate(day.getUTCDate() + 1);
  return startGrain(next);
}

function finer(a: Grain, b: Grain): Grain {
  const order: Grain[] = ["year", "month", "day"];
  return order[Math.max(order.indexOf(a), order.indexOf(b))]!;
}

/** Reads an ISO 8601 day, at midnight UTC; null if it is none, such as February 30. */
function dateOf(text: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const date = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text ? null : date;
}
