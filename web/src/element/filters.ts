import { facetFilter, filterIn, rangeIn, type FilterGroup } from "../query/edit.ts";
import { nameIn } from "../strings.ts";
import type { FacetCount, Facets } from "../wire/statistic.ts";
import { button, create, drawing, isolated } from "./create.ts";
import type { Speech } from "./wording.ts";

type ListGroup = Exclude<FilterGroup, "value">;

const groups: readonly ListGroup[] = ["unit", "year", "kind", "source"];

/** Width and height of the histogram, which is stretched to the place it has. */
const histogramSize = { width: 240, height: 48 } as const;

/** Tells whether there is anything to choose between. */
export function isFilterable(facets: Facets | null | undefined): facets is Facets {
  return Boolean(facets) && (groups.some((group) => facets![group]?.length) || Boolean(facets!.histogram?.length));
}

/** Builds the filters for an answer to a query; those in force are pressed. */
export function buildFilters(facets: Facets, query: string, speech: Speech): HTMLElement[] {
  const lists = groups.flatMap((group) => {
    const counts = facets[group] ?? [];
    return counts.length > 0 ? [buildGroup(group, counts, filterIn(query, group), speech)] : [];
  });
  const range = facets.histogram?.length ? [buildRange(facets.histogram, query, speech)] : [];
  return [...lists, ...range, button("reset", { "data-key": "reset" }, speech.strings.statistics.reset)];
}

function buildGroup(group: ListGroup, counts: readonly FacetCount[], active: string, speech: Speech): HTMLElement {
  const { groups: names, kinds, units } = speech.strings.statistics;
  const buttons = counts.map(({ value, count }) => {
    const label = nameIn(group === "kind" ? kinds : group === "unit" ? units : {}, value) ?? value;
    const pressed = active.toLowerCase() === value.replaceAll('"', "").toLowerCase();
    return button(
      "facet",
      {
        "aria-pressed": String(pressed),
        "data-key": `${group} ${value}`,
        "data-group": group,
        "data-filter": pressed ? null : facetFilter(group, value),
      },
      isolated(label),
      create("span", { class: "quiet" }, ` ${speech.number(count)}`),
    );
  });
  return labelled(names[group], ...buttons);
}

function buildRange(histogram: NonNullable<Facets["histogram"]>, query: string, speech: Speech): HTMLElement {
  const { groups: names, low, high, apply } = speech.strings.statistics;
  const [from, to] = rangeIn(query);
  return labelled(
    names.value,
    drawHistogram(histogram, speech),
    bound("low", low, from, histogram[0]!.from),
    bound("high", high, to, histogram.at(-1)!.to),
    button("apply", { "data-key": "apply" }, apply),
  );
}

function bound(name: string, label: string, value: number | null, placeholder: number): HTMLElement {
  const input = create("input", {
    type: "number",
    step: "any",
    class: name,
    part: "range",
    "data-key": name,
    placeholder: String(placeholder),
    value: value === null ? null : String(value),
  });
  return create("label", {}, `${label} `, input);
}

/** A bar for each class of values; its name tells what a look at it tells. */
function drawHistogram(histogram: NonNullable<Facets["histogram"]>, speech: Speech): SVGSVGElement {
  const { width, height } = histogramSize;
  const most = Math.max(...histogram.map(({ count }) => count), 1);
  const step = width / histogram.length;
  const number = (value: number) => speech.figures.number(value);
  const told = histogram.map(({ from, to, count }) =>
    speech.strings.statistics.classCount(number(from), number(to), speech.number(count), count),
  );
  const bars = histogram.map(({ count }, i) => {
    const bar = (count / most) * height;
    const box = { x: i * step + 1, y: height - bar, width: Math.max(1, step - 2), height: bar };
    const attributes = Object.fromEntries(Object.entries(box).map(([name, value]) => [name, value.toFixed(1)]));
    return drawing("rect", attributes, drawing("title", {}, told[i]!));
  });
  const viewBox = `0 0 ${width} ${height}`;
  const name = speech.list(told);
  return drawing(
    "svg",
    { class: "histogram", viewBox, preserveAspectRatio: "none", role: "img", "aria-label": name },
    ...bars,
  );
}

function labelled(name: string, ...children: Node[]): HTMLElement {
  return create(
    "div",
    { class: "filter", role: "group", "aria-label": name },
    create("span", { class: "name" }, name),
    ...children,
  );
}
