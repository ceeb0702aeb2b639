import assert from "node:assert/strict";
import { test } from "node:test";
import { english } from "../strings.ts";
import { formatSpan, monthsOf } from "./period.ts";

function write(start: string, end: string, language = "en"): string {
  return formatSpan({ start, end }, language, english).replace(/\s/g, " ");
}

test("a period is as coarse as its ends", () => {
  const cases: [string, string, string][] = [
    ["2020-01-01", "2020-12-31", "2020"],
    ["2018-01-01", "2020-12-31", "2018 to 2020"],
    ["2023-01-01", "2023-11-30", "January to November 2023"],
    ["2024-02-01", "2024-02-29", "February 2024"],
    ["2023-02-01", "2023-02-28", "February 2023"],
    ["2020-10-01", "2021-03-31", "October 2020 to March 2021"],
    ["2020-10-01", "2021-04-02", "October 1, 2020 to April 2, 2021"],
    ["2021-04-02", "2021-04-02", "April 2, 2021"],
    ["2023-01-01", "", "since 2023"],
    ["2023-09-01", "", "since September 2023"],
    ["", "2021-04-12", "until April 12, 2021"],
    ["", "2020-12-31", "until 2020"],
    ["", "", ""],
  ];
  for (const [start, end, want] of cases) assert.equal(write(start, end), want);
});

test("dates follow the language; English words do not get in between", () => {
  assert.equal(write("2023-01-01", "2023-11-30", "de"), "Januar–November 2023");
  assert.equal(write("2023-01-01", "2023-11-30", "en-GB"), "January to November 2023");
  assert.match(write("2023-01-01", "2023-11-30", "ja"), /^2023.*～.*11/);
  assert.equal(write("2020-01-01", "2020-12-31", "not a tag"), "2020");
});

test("what is no date is shown as it is", () => {
  assert.equal(write("2021-02-30", "2021-03-01"), "2021-02-30/2021-03-01");
  assert.equal(write("soon", ""), "soon");
});

test("a zone does not move a day", () => {
  const zone = process.env["TZ"];
  try {
    for (const TZ of ["America/Los_Angeles", "Pacific/Kiritimati"]) {
      process.env["TZ"] = TZ;
      assert.equal(write("2021-01-01", "2021-12-31"), "2021");
    }
  } finally {
    if (zone === undefined) delete process.env["TZ"];
    else process.env["TZ"] = zone;
  }
});

test("months of a period", () => {
  assert.equal(monthsOf({ start: "2023-01-01", end: "2023-11-30" }), 11);
  assert.equal(monthsOf({ start: "2020-10-01", end: "2021-03-31" }), 6);
  assert.equal(monthsOf({ start: "2020-10-01", end: "2021-04-02" }), 0);
  assert.equal(monthsOf({ start: "2020-10-01" }), 0);
});
