import assert from "node:assert/strict";
import { test } from "node:test";
import { english } from "../strings.ts";
import type { Unit } from "../wire/statistic.ts";
import { FigureFormat, type Stated } from "./figure.ts";

const people: Unit = { name: "people", class: "people", code: "{people}", text: "individuals" };
const percent: Unit = { name: "percent", class: "percent", code: "%", text: "percent" };
const yuan: Unit = { name: "CNY", class: "money", code: "CNY", text: "yuan" };
const dollars: Unit = { name: "USD", class: "money", code: "USD", text: "$" };
const years: Unit = { name: "years", class: "duration", code: "a", text: "year" };
const kilometres: Unit = { name: "kilometres", class: "length", code: "km", text: "kilometres" };

/** Spaces that Intl chooses become plain ones. */
function plain(text: string): string {
  return text.replace(/\s/g, " ");
}

function write(language: string, value: number, unit?: Unit): string {
  return plain(new FigureFormat(english, language).amount(value, unit));
}

test("amounts are written as a reader of the language does", () => {
  const cases: [string, number, Unit | undefined, string][] = [
    ["en", 141870, people, "141,870 individuals"],
    ["en", 8700000, { ...people, text: "potential victims" }, "8.7 million potential victims"],
    ["en", 1234567, people, "1,234,567 individuals"],
    ["en", 35.5, percent, "35.5%"],
    ["en", 0.07, percent, "0.07%"],
    ["en", 187600000000, yuan, "187.6 billion Chinese yuan"],
    ["en", 28700000000, dollars, "28.7 billion US dollars"],
    ["en", 0.99, dollars, "$0.99"],
    ["en", 1500, dollars, "$1,500"],
    ["en", 1, years, "1 year"],
    ["en", 2, years, "2 years"],
    ["en", 12, kilometres, "12 kilometers"],
    ["en", 2.8, { name: "times", class: "times", code: "{times}" }, "2.8 times"],
    ["en", 100, undefined, "100"],
    ["de", 141870, people, "141.870 individuals"],
    ["de", 35.5, percent, "35,5 %"],
    ["de", 187600000000, yuan, "187,6 Milliarden Renminbi Yuan"],
    ["de", 2, years, "2 Jahre"],
    ["fr", 1600000, { name: "websites" }, "1,6 million websites"],
    ["zh", 187600000000, yuan, "1876亿人民币"],
    ["en-IN", 282000, { name: "people" }, "2,82,000 people"],
  ];
  for (const [language, value, unit, want] of cases)
    assert.equal(write(language, value, unit), want, `${language} ${value}`);
});

test("a scale word never costs a digit", () => {
  for (let value = 1e6; value < 1e15; value = value * 7 + 13) {
    const written = write("en", value);
    const scale = { million: 1e6, billion: 1e9, trillion: 1e12 }[written.split(" ")[1] ?? ""] ?? 1;
    assert.equal(Math.round(Number.parseFloat(written.replaceAll(",", "")) * scale), value, written);
  }
});

test("how exactly a value is known is said in words", () => {
  const figures = new FigureFormat(english, "en");
  const cases: [Stated, string][] = [
    [{ value: 2000, bound: "more_than", unit: { name: "cases", text: "lawsuits" } }, "more than 2,000 lawsuits"],
    [{ value: 34, bound: "about", unit: percent }, "about 34%"],
    [{ value: 187600000000, bound: "at_least", unit: yuan }, "at least 187.6 billion Chinese yuan"],
    [{ value: 40, bound: "at_most" }, "at most 40"],
    [{ value: 40, bound: "less_than" }, "less than 40"],
    [{ value: 40, bound: "exact" }, "40"],
    [{ value: 5000, high: 10000, bound: "range", unit: people }, "5,000 to 10,000 individuals"],
    [{ value: 10, high: 20, bound: "range", unit: percent }, "10% to 20%"],
    [{ value: 40, high: null }, "40"],
    [{ value: 40, bound: "a bound of a newer engine" as "exact" }, "40"],
  ];
  for (const [stated, want] of cases) assert.equal(plain(figures.stated(stated)), want);
});

test("a change has an arrow and a sign to see, and words to hear", () => {
  const figures = new FigureFormat(english, "en");
  assert.deepEqual(figures.change({ percent: 35.5, direction: "up" }), {
    arrow: "▲",
    text: "+35.5%",
    spoken: "up 35.5%",
  });
  assert.deepEqual(figures.change({ percent: 12, direction: "down" }), {
    arrow: "▼",
    text: "-12%",
    spoken: "down 12%",
  });
  assert.equal(figures.change({ percent: -12, direction: "" }).spoken, "down 12%");
  assert.equal(plain(new FigureFormat(english, "de").change({ percent: 98.5, direction: "up" }).text), "+98,5 %");
});

test("what is no language tag, or no unit, does no harm", () => {
  for (const tag of ["", "not a tag", "xx-YY"]) assert.match(write(tag, 1234), /^1.?234$/);
  assert.equal(write("en", 5, { name: "", class: "money", code: "not a currency" }), "5");
});
