/**
 * Draws a series, as plain SVG: dots, lines and a scale need no library. The
 * smallest maintained ones weigh more than this page's script, draw on a canvas
 * that neither screen readers nor the keyboard can enter, or want styles that a
 * strict Content-Security-Policy refuses; and none has marks for open bounds,
 * parts of years and calculated values, which are the point here.
 */
import { layOut, type Frame, type Layout, type Mark, type PlotPoint } from "./geometry.ts";
import { linkPath, markPath, openPath, spanPath } from "./shapes.ts";

/** A point with its words. */
export interface ChartPoint extends PlotPoint {
  /** All that is known of it, for screen readers and pointers. */
  readonly name: string;
  /** The figure alone, to stand beside it. */
  readonly short: string;
}

/** What a chart is drawn from; the words come from the page, which knows the language. */
export interface ChartData {
  readonly label: string;
  readonly points: readonly ChartPoint[];
  /** Writes a value of the scale. */
  tick(value: number): string;
  year(year: number): string;
}

/** Height of a chart, and its least width, in CSS pixels. */
const height = 220;
const leastWidth = 200;

/** Width of a digit in the scale, and the room a figure beside its point needs. */
const digitWidth = 7;
const figureRoom = 64;

/** How far a figure moves aside for a line. */
const figureAside = 14;

/** Draws a chart into a place, and again whenever the place's width changes. */
export function showChart(place: HTMLElement, data: ChartData): void {
  let drawn = 0;
  const draw = () => {
    const width = Math.max(leastWidth, Math.round(place.clientWidth));
    if (width === drawn || !place.isConnected) return;
    drawn = width;
    const focused = place.querySelector(":focus")?.getAttribute("data-index");
    place.replaceChildren(drawChart(data, width));
    place.querySelector<SVGElement>(`[data-index="${focused}"]`)?.focus();
  };
  draw();
  new ResizeObserver(draw).observe(place);
}

function drawChart(data: ChartData, width: number): SVGSVGElement {
  const { frame, layout } = place(data, width);
  const viewBox = `0 0 ${width} ${height}`;
  const svg = element("svg", { viewBox, width, height, role: "group", "aria-label": data.label });
  svg.append(...scaleLines(data, layout, frame));
  for (const link of layout.links) {
    svg.append(element("path", { class: link.dashed ? "link dashed" : "link", d: linkPath(link) }));
  }
  const marks = [...layout.marks].sort((a, b) => a.x - b.x);
  const roomy = marks.every((mark, i) => i === 0 || mark.x - marks[i - 1]!.x >= figureRoom);
  const points = marks.map((mark, i) => {
    // A figure keeps out of the way of a line that rises past it.
    const aside = (below(mark, marks[i - 1]) ? figureAside : 0) - (below(mark, marks[i + 1]) ? figureAside : 0);
    return point(data.points[mark.index]!, mark, { first: i === 0, roomy, aside, frame });
  });
  svg.append(...points);
  svg.addEventListener("keydown", (event) => walk(event, points));
  return svg;
}

function below(mark: Mark, other: Mark | undefined): boolean {
  return other !== undefined && other.y < mark.y;
}

function place(data: ChartData, width: number): { frame: Frame; layout: Layout } {
  const frame = { width, height, left: 0, right: 12, top: 30, bottom: 28 };
  const ticks = layOut(data.points, frame).values.map(({ value }) => data.tick(value).length);
  const left = Math.min(width / 3, Math.max(...ticks, 1) * digitWidth + 10);
  return { frame: { ...frame, left }, layout: layOut(data.points, { ...frame, left }) };
}

function scaleLines(data: ChartData, layout: Layout, frame: Frame): SVGElement[] {
  const lines = layout.values.flatMap(({ at, value }) => [
    element("path", { class: value === 0 ? "axis" : "grid", d: `M${frame.left} ${at}H${frame.width - frame.right}` }),
    text(data.tick(value), { x: frame.left - 8, y: at + 4, "text-anchor": "end" }),
  ]);
  const years = layout.years.map(({ at, year }) =>
    text(data.year(year), { x: at, y: height - 8, "text-anchor": "middle" }),
  );
  // What the points say is not said again, line by line.
  const group = element("g", { class: "scale", "aria-hidden": "true" });
  group.append(...lines, ...years);
  return [group];
}

interface PointPlace {
  readonly first: boolean;
  /** There is room for the figures of all points. */
  readonly roomy: boolean;
  readonly aside: number;
  readonly frame: Frame;
}

function point(data: ChartPoint, mark: Mark, { first, roomy, aside, frame }: PointPlace): SVGGElement {
  const group = element("g", {
    class: ["point", data.calculated ? "calculated" : "", roomy ? "" : "quiet-figure"].filter(Boolean).join(" "),
    role: "img",
    "aria-label": data.name,
    tabindex: first ? 0 : -1,
    "data-index": mark.index,
  });
  const title = element("title", {});
  title.append(data.name);
  const above = (data.open === "above" ? 26 : 12) + mark.y - mark.high;
  const half = (data.short.length * digitWidth) / 2;
  const figure = { class: "figure", "text-anchor": "middle", "aria-hidden": "true" };
  const x = Math.min(Math.max(mark.x + aside, frame.left + half), frame.width - half);
  group.append(
    title,
    element("circle", { class: "ring", cx: mark.x, cy: mark.y, r: 12 }),
    element("path", { class: "span", d: spanPath(mark) }),
    ...(data.open ? [element("path", { class: "open", d: openPath(mark, data.open) })] : []),
    element("path", { class: "dot", d: markPath(mark, data.partial) }),
    text(data.short, { ...figure, x, y: Math.max(12, mark.y - above) }),
  );
  return group;
}

/** Arrow keys go from point to point; Tab enters the chart once and leaves it. */
function walk(event: KeyboardEvent, points: readonly SVGGElement[]): void {
  const at = points.findIndex((candidate) => candidate === event.target);
  const last = points.length - 1;
  const [next, before] = [Math.min(at + 1, last), Math.max(at - 1, 0)];
  const steps = { ArrowRight: next, ArrowUp: next, ArrowLeft: before, ArrowDown: before, Home: 0, End: last };
  const to = steps[event.key as keyof typeof steps] as number | undefined;
  if (at < 0 || to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  points[at]!.setAttribute("tabindex", "-1");
  points[to]!.setAttribute("tabindex", "0");
  points[to]!.focus();
}

type Attributes = Readonly<Record<string, string | number>>;

function element<Tag extends keyof SVGElementTagNameMap>(tag: Tag, attributes: Attributes): SVGElementTagNameMap[Tag] {
  const created = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) created.setAttribute(name, String(value));
  return created;
}

function text(content: string, attributes: Attributes): SVGTextElement {
  const created = element("text", attributes);
  created.append(content);
  return created;
}
