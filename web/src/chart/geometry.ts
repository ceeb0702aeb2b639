/** One value as the chart needs it. */
export interface PlotPoint {
  readonly value: number;
  /** The upper end of a range. */
  readonly high?: number | null;
  /** First and last day, ISO 8601; one of them may be missing. */
  readonly start?: string;
  readonly end?: string;
  /** The value is known to be at least so much ("above") or at most so much ("below"). */
  readonly open: "above" | "below" | "";
  readonly calculated: boolean;
  /** Of a period shorter than the others'. */
  readonly partial: boolean;
}

/** Width and height, and the space kept free around the plot. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where a point is drawn; from and to are the ends of its period. */
export interface Mark {
  readonly index: number;
  readonly x: number;
  readonly y: number;
  readonly from: number;
  readonly to: number;
  /** The upper end of a range; y if there is none. */
  readonly high: number;
}

/** A line between two neighbouring marks; dashed if one of them is calculated. */
export interface Link {
  readonly from: Mark;
  readonly to: Mark;
  readonly dashed: boolean;
}

/** Where everything is. */
export interface Layout {
  readonly marks: readonly Mark[];
  readonly links: readonly Link[];
  readonly values: readonly { readonly at: number; readonly value: number }[];
  readonly years: readonly { readonly at: number; readonly year: number }[];
}

/** Most lines across the chart, and the room a year under it needs. */
const mostValues = 4;
const yearRoom = 48;

const day = 86_400_000;

/**
 * Lays out values over time. The scale begins at zero, so that twice the height
 * is twice the value; a point stands in the middle of its period. Only values of
 * whole periods that follow each other are linked: a line says "the same thing
 * again, later". Points without any date are left out.
 */
export function layOut(points: readonly PlotPoint[], frame: Frame): Layout {
  const dated = points.flatMap((point, index) => {
    const days = daysOf(point);
    return days ? [{ point, index, days }] : [];
  });
  if (dated.length === 0) return { marks: [], links: [], values: [], years: [] };
  const first = yearOf(Math.min(...dated.map(({ days }) => days[0])));
  const last = yearOf(Math.max(...dated.map(({ days }) => days[1])) - day);
  const ticks = valueTicks(points);
  const x = scale(Date.UTC(first, 0), Date.UTC(last + 1, 0), frame.left, frame.width - frame.right);
  const y = scale(ticks[0]!, ticks.at(-1)!, frame.height - frame.bottom, frame.top);
  const marks = dated.map(({ point, index, days: [start, end] }) => ({
    index,
    x: x((start + end) / 2),
    y: y(point.value),
    from: x(start),
    to: x(end),
    high: y(point.high ?? point.value),
  }));
  return {
    marks,
    links: linksOf(marks, points),
    values: ticks.map((value) => ({ at: y(value), value })),
    years: yearTicks(first, last, frame).map((year) => ({ at: x(Date.UTC(year, 6, 2)), year })),
  };
}

/** Returns round values from zero, or from below it, to the highest; at least two. */
export function valueTicks(points: readonly PlotPoint[]): number[] {
  const ends = points.flatMap(({ value, high }) => [value, high ?? value]);
  const low = Math.min(0, ...ends);
  const high = Math.max(0, ...ends);
  const step = roundStep((high - low || 1) / mostValues);
  const ticks: number[] = [];
  for (let n = Math.floor(low / step); n <= Math.ceil(high / step); n++) ticks.push(Number((n * step).toPrecision(12)));
  return ticks.length > 1 ? ticks : [0, step];
}

/** The least of 1, 2, 2.5 and 5 times a power of ten that is not below. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 2, 2.5, 5, 10].find((candidate) => candidate * power >= least * (1 - 1e-9)) ?? 10;
  return factor * power;
}

function yearTicks(first: number, last: number, { width, left, right }: Frame): number[] {
  const most = Math.max(1, Math.floor((width - left - right) / yearRoom));
  const step = Math.ceil((last - first + 1) / most);
  return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, i) => first + i * step);
}

function linksOf(marks: readonly Mark[], points: readonly PlotPoint[]): Link[] {
  const whole = marks.filter(({ index }) => !points[index]!.partial).sort((a, b) => a.x - b.x);
  return whole.slice(1).flatMap((to, i) => {
    const from = whole[i]!;
    // Two values for one time contradict each other: a line would join them.
    if (to.x - from.x < 1) return [];
    return [{ from, to, dashed: points[from.index]!.calculated || points[to.index]!.calculated }];
  });
}

/** Returns the first day and the day after the last, as milliseconds; an open end is a year away. */
function daysOf({ start, end }: PlotPoint): [number, number] | null {
  const from = start ? Date.parse(`${start}T00:00:00Z`) : Number.NaN;
  const to = end ? Date.parse(`${end}T00:00:00Z`) + day : Number.NaN;
  if (Number.isNaN(from) && Number.isNaN(to)) return null;
  if (Number.isNaN(from)) return [to - 365 * day, to];
  return [from, Number.isNaN(to) || to <= from ? from + 365 * day : to];
}

function yearOf(time: number): number {
  return new Date(time).getUTCFullYear();
}

function scale(from: number, to: number, start: number, end: number): (at: number) => number {
  return (at) => start + ((at - from) / (to - from)) * (end - start);
}
