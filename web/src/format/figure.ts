import type { Strings } from "../strings.ts";
import type { Bound, Change, Unit } from "../wire/statistic.ts";
import { intlTag } from "./language.ts";

/** From here on a number is written with a scale word, if that loses no digit. */
const compactFrom = 1_000_000;

/** Digits that a number with a scale word may have: 187.6 billion has four. */
const compactDigits = 5;

/** A value as an article states it. */
export interface Stated {
  readonly value: number;
  readonly high?: number | null;
  readonly bound?: Bound;
  readonly unit?: Unit;
}

/** A change, for the eye and for a screen reader. */
export interface WrittenChange {
  /** ▲ or ▼; "" if the direction is not known. */
  readonly arrow: string;
  readonly text: string;
  readonly spoken: string;
}

/** Writes amounts as a reader of a language does. */
export class FigureFormat {
  readonly #strings: Strings;
  readonly #tag: string[];
  readonly #formats = new Map<string, Intl.NumberFormat>();

  constructor(strings: Strings, language: string) {
    this.#strings = strings;
    this.#tag = intlTag(language);
  }

  /** Writes a number without a unit: all its digits, or a scale word where that loses none. */
  number(value: number): string {
    return this.#write(value, {});
  }

  /** Writes an amount: 141,870 people, 35.5%, $1,500, 187.6 billion Chinese yuan, 2 years. */
  amount(value: number, unit?: Unit): string {
    const options = unitOptions(unit);
    if (options?.style === "percent") return this.#write(value / 100, { ...options, maximumFractionDigits: 4 });
    if (options?.style === "currency" && Number.isInteger(value))
      return this.#write(value, { ...options, maximumFractionDigits: 0 });
    if (options) return this.#write(value, options);
    const counted = unit?.text || unit?.name;
    return counted ? this.#strings.counted(this.number(value), counted) : this.number(value);
  }

  /** Writes an amount with how exactly it is known: more than 2,000 lawsuits. */
  stated({ value, high, bound = "exact", unit }: Stated): string {
    if (typeof high === "number" && high !== value) {
      return this.#strings.range(this.#lowEnd(value, unit), this.amount(high, unit));
    }
    return this.#strings.bounds[bound]?.(this.amount(value, unit)) ?? this.amount(value, unit);
  }

  /** Writes a change in percent. */
  change({ percent, direction }: Change): WrittenChange {
    const way = direction || (percent < 0 ? "down" : "up");
    const share = Math.abs(percent) / 100;
    const options = { style: "percent", maximumFractionDigits: 4 } as const;
    const signed = this.#write(way === "down" ? -share : share, { ...options, signDisplay: "exceptZero" });
    return {
      arrow: way === "down" ? "▼" : "▲",
      text: signed,
      spoken: this.#strings.changed[way](this.#write(share, options)),
    };
  }

  /** The lower end of a range has no unit where the upper one says it in words. */
  #lowEnd(value: number, unit?: Unit): string {
    const style = unitOptions(unit)?.style;
    return style === "currency" || style === "percent" ? this.amount(value, unit) : this.number(value);
  }

  #write(value: number, options: Intl.NumberFormatOptions): string {
    const compact = Math.abs(value) >= compactFrom && Number(value.toPrecision(compactDigits)) === value;
    const scale = { notation: "compact", compactDisplay: "long", maximumSignificantDigits: compactDigits } as const;
    const { maximumFractionDigits = 6, ...rest } = options;
    // Beside a currency's sign a scale word would be shortened to a letter.
    const named: Intl.NumberFormatOptions = rest.style === "currency" ? { ...rest, currencyDisplay: "name" } : rest;
    return this.#format(compact ? { ...named, ...scale } : { ...rest, maximumFractionDigits }).format(value);
  }

  #format(options: Intl.NumberFormatOptions): Intl.NumberFormat {
    const key = JSON.stringify(options);
    const format = this.#formats.get(key) ?? new Intl.NumberFormat(this.#tag, options);
    this.#formats.set(key, format);
    return format;
  }
}

/** Returns how Intl writes a unit, or null if it is a counted thing. */
function unitOptions(unit: Unit | undefined): Intl.NumberFormatOptions | null {
  if (!unit) return null;
  if (unit.class === "percent" || unit.code === "%") return { style: "percent" };
  // Intl takes any three letters for a currency, so it cannot be asked; the class can.
  if (unit.class === "money" && /^[A-Z]{3}$/.test(unit.code ?? "")) return { style: "currency", currency: unit.code! };
  const name = unit.name.replace(/s$/, "").replace(/(met|lit)re$/, "$1er");
  return measured().has(name) ? { style: "unit", unit: name, unitDisplay: "long" } : null;
}

let units: ReadonlySet<string> | undefined;

/** The units of measurement that this browser can write. */
function measured(): ReadonlySet<string> {
  const { supportedValuesOf } = Intl as { supportedValuesOf?: (key: "unit") => string[] };
  units ??= new Set(supportedValuesOf?.("unit") ?? ["second", "minute", "hour", "day", "week", "month", "year"]);
  return units;
}
