import assert from "node:assert/strict";
import { test } from "node:test";
import { layOut, valueTicks, type Frame, type PlotPoint } from "./geometry.ts";

const frame: Frame = { width: 400, height: 200, left: 50, right: 10, top: 20, bottom: 30 };

function point(value: number, start: string, end: string, more: Partial<PlotPoint> = {}): PlotPoint {
  return { value, start, end, open: "", calculated: false, partial: false, ...more };
}

function year(value: number, number: number, more: Partial<PlotPoint> = {}): PlotPoint {
  return point(value, `${number}-01-01`, `${number}-12-31`, more);
}

test("twice the value is twice the height, from zero", () => {
  const { marks, values } = layOut([year(100, 2019), year(200, 2020)], frame);
  const floor = frame.height - frame.bottom;
  assert.equal(values[0]?.value, 0);
  assert.equal(values[0]?.at, floor);
  assert.ok(Math.abs((floor - marks[1]!.y) / (floor - marks[0]!.y) - 2) < 1e-9);
});

test("a point stands in the middle of its period, and years over years", () => {
  const ofHalf = point(3, "2021-01-01", "2021-06-30", { partial: true });
  const { marks, years } = layOut([year(1, 2019), year(2, 2020), ofHalf], frame);
  assert.equal(marks[0]?.from, frame.left);
  for (const [i, tick] of years.entries()) if (i < 2) assert.ok(Math.abs(tick.at - marks[i]!.x) < 1);
  const half = marks[2]!;
  assert.ok((half.to - half.from) / (marks[1]!.to - marks[1]!.from) < 0.5);
  assert.ok(half.x < years[2]!.at);
});

test("everything is inside the frame, whatever the values", () => {
  const cases: PlotPoint[][] = [
    [year(0, 2020), year(0, 2021)],
    [year(-5, 2020), year(5, 2021)],
    [year(1e12, 2020), year(1, 2021)],
    [year(1, 1900), year(2, 2021)],
    [year(0.001, 2020), year(0.002, 2021, { high: 0.005 })],
    [point(1, "2021-04-02", "2021-04-02")],
    [
      { ...year(1, 2020), start: "" },
      { ...year(2, 2022), end: "" },
    ],
  ];
  for (const points of cases) {
    const { marks, years, values } = layOut(points, frame);
    assert.equal(marks.length, points.length);
    for (const { x, y, from, to, high } of marks) {
      assert.ok(
        [x, from, to].every((at) => at >= frame.left - 1e-6 && at <= frame.width - frame.right + 1e-6),
        `${x}`,
      );
      assert.ok(
        [y, high].every((at) => at >= frame.top - 1e-6 && at <= frame.height - frame.bottom + 1e-6),
        `${y}`,
      );
      assert.ok(from <= x && x <= to && high <= y);
    }
    assert.ok(years.length >= 1 && years.length <= 7, `${years.length} years`);
    assert.ok(values.length >= 2 && values.length <= 7, `${values.length} values`);
  }
});

test("whole periods are linked; parts, and two values for one time, are not", () => {
  const points = [
    year(95, 2019, { calculated: true }),
    year(141, 2020),
    year(282, 2021),
    year(290, 2021),
    point(280, "2023-01-01", "2023-11-30", { partial: true }),
  ];
  const { links } = layOut(points, frame);
  assert.deepEqual(
    links.map(({ from, to, dashed }) => [from.index, to.index, dashed]),
    [
      [0, 1, true],
      [1, 2, false],
    ],
  );
});

test("points without a date are left out, and none at all is an empty chart", () => {
  assert.equal(layOut([year(1, 2020), point(2, "", "")], frame).marks.length, 1);
  assert.deepEqual(layOut([point(2, "", "")], frame), { marks: [], links: [], values: [], years: [] });
});

test("values across the chart are round and reach the highest", () => {
  const cases: [number, number[]][] = [
    [282000, [0, 100000, 200000, 300000]],
    [35.5, [0, 10, 20, 30, 40]],
    [0.3, [0, 0.1, 0.2, 0.3]],
    [1, [0, 0.25, 0.5, 0.75, 1]],
    [0, [0, 0.25]],
  ];
  for (const [high, want] of cases) assert.deepEqual(valueTicks([year(high, 2020)]), want, String(high));
});
