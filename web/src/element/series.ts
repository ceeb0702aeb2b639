import type { ChartData, ChartPoint } from "../chart/chart.ts";
import { monthsOf } from "../format/period.ts";
import { nameIn } from "../strings.ts";
import type { Series, SeriesPoint } from "../wire/statistic.ts";
import { create, isolated } from "./create.ts";
import type { Speech } from "./wording.ts";

/** A series with the place for its chart, which is drawn by a script of its own. */
export interface SeriesFigure {
  readonly root: HTMLElement;
  readonly plot: HTMLElement;
  readonly data: ChartData;
}

/** Titles of articles by id, as far as the answer tells them. */
export type Titles = ReadonlyMap<string, string>;

/**
 * Builds a series: the place for its chart, what to beware of, and its figures
 * as a table. The table needs no chart: it is what screen readers read, and all
 * there is if the chart's script cannot be loaded.
 */
export function buildSeries(series: Series, titles: Titles, speech: Speech): SeriesFigure {
  const { strings } = speech;
  const label = [series.label, series.place].filter(Boolean).join(" · ");
  const points = [...series.points].sort((a, b) => firstDay(a).localeCompare(firstDay(b)));
  const plot = create("div", { class: "plot", part: "chart" });
  const notes = (series.notes ?? []).flatMap((note) => nameIn(strings.statistics.notes, note) ?? []);
  const root = create(
    "figure",
    { class: "series", part: "series", "data-id": series.id },
    create("figcaption", { dir: "auto" }, label),
    plot,
    ...keyOf(points, speech),
    ...notes.map((note) => create("p", { class: "note", part: "series-note" }, isolated(note))),
    create(
      "details",
      { part: "table" },
      create("summary", {}, strings.statistics.asTable),
      table({ series, points, titles, label }, speech),
    ),
  );
  return { root, plot, data: chartData(series, points, label, speech) };
}

function firstDay({ period }: SeriesPoint): string {
  return period.start || period.end || "";
}

interface TableContent {
  readonly series: Series;
  readonly points: readonly SeriesPoint[];
  readonly titles: Titles;
  readonly label: string;
}

function table({ series, points, titles, label }: TableContent, speech: Speech): HTMLElement {
  const { period, value, remark, article } = speech.strings.statistics.columns;
  const heads = [period, value, remark, article].map((name) => create("th", { scope: "col" }, name));
  const rows = points.map((point) =>
    create(
      "tr",
      {},
      create("th", { scope: "row" }, speech.span(point.period)),
      create("td", { "data-value": String(point.value) }, isolated(written(series, point, speech))),
      create("td", {}, remarks(point, speech).join(", ")),
      create("td", { class: "quiet", dir: "auto" }, titles.get(point.article ?? "") ?? ""),
    ),
  );
  const caption = create("caption", { class: "unseen" }, label);
  return create("table", {}, caption, create("thead", {}, create("tr", {}, ...heads)), create("tbody", {}, ...rows));
}

function written({ unit }: Series, point: SeriesPoint, speech: Speech): string {
  return speech.figures.stated(unit ? { ...point, unit } : point);
}

function remarks(point: SeriesPoint, speech: Speech): string[] {
  const { calculated, partial } = speech.strings.statistics;
  const months = monthsOf(point.period);
  return [
    point.calculated ? calculated : "",
    point.partial ? partial(months > 0 ? speech.number(months) : "") : "",
  ].filter(Boolean);
}

/** Explains the marks that this chart has, and no others. */
function keyOf(points: readonly SeriesPoint[], { strings }: Speech): HTMLElement[] {
  const { calculated, partial, openAbove, openBelow } = strings.statistics;
  const entries: [string, string, boolean][] = [
    ["○", calculated, points.some((point) => point.calculated)],
    ["◆", partial(""), points.some((point) => point.partial)],
    ["↑", openAbove, points.some((point) => openEnd(point) === "above")],
    ["↓", openBelow, points.some((point) => openEnd(point) === "below")],
  ];
  const items = entries.flatMap(([sign, text, used]) =>
    used ? [create("li", {}, create("span", { "aria-hidden": "true" }, sign), ` ${text}`)] : [],
  );
  return items.length > 0 ? [create("ul", { class: "key", part: "key" }, ...items)] : [];
}

function chartData(series: Series, points: readonly SeriesPoint[], label: string, speech: Speech): ChartData {
  const { chart, keys } = speech.strings.statistics;
  const percent = series.unit?.class === "percent";
  return {
    label: `${chart(label)}. ${keys}`,
    points: points.map((point) => chartPoint(series, point, speech)),
    tick: (value) => (percent ? speech.figures.amount(value, series.unit) : speech.figures.number(value)),
    year: (year) => speech.span({ start: `${year}-01-01`, end: `${year}-12-31` }),
  };
}

function chartPoint(series: Series, point: SeriesPoint, speech: Speech): ChartPoint {
  const { value, high, period } = point;
  const name = [speech.span(period), written(series, point, speech)].filter(Boolean).join(": ");
  const remarked = remarks(point, speech);
  return {
    value,
    high: high ?? null,
    start: period.start ?? "",
    end: period.end ?? "",
    open: openEnd(point),
    calculated: point.calculated ?? false,
    partial: point.partial ?? false,
    name: remarked.length > 0 ? `${name} (${remarked.join(", ")})` : name,
    short: series.unit?.class === "percent" ? speech.figures.amount(value, series.unit) : speech.figures.number(value),
  };
}

function openEnd({ bound }: SeriesPoint): ChartPoint["open"] {
  if (bound === "more_than" || bound === "at_least") return "above";
  return bound === "less_than" || bound === "at_most" ? "below" : "";
}
