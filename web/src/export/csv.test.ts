import assert from "node:assert/strict";
import { test } from "node:test";
import { statistic } from "../wire/testing/statistics.ts";
import { toCSV } from "./csv.ts";

/** Reads RFC 4180 one character at a time. */
function read(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  for (let i = 0; i < csv.length; i++) {
    const c = csv[i]!;
    if (quoted && c === '"' && csv[i + 1] === '"') cell += csv[++i];
    else if (c === '"') quoted = !quoted;
    else if (!quoted && c === ",") [row, cell] = [[...row, cell], ""];
    else if (!quoted && c === "\r" && csv[i + 1] === "\n") {
      rows.push([...row, cell]);
      [row, cell] = [[], ""];
      i++;
    } else cell += c;
  }
  assert.equal(cell + row.join(), "", "the last row ends with a line break");
  return rows;
}

function records(csv: string): Record<string, string>[] {
  const [header = [], ...rows] = read(csv);
  return rows.map((row) => {
    assert.equal(row.length, header.length);
    return Object.fromEntries(header.map((name, i) => [name, row[i]!]));
  });
}

test("every statistic is a row, and every field a cell", () => {
  const sentence = 'It said, "more than 2,000",\r\nand went on.';
  const table = records(toCSV([statistic(), statistic({ id: "s2", value: -1.5, high: 2, sentence, change: null })]));
  assert.equal(table.length, 2);
  const [first, second] = table;
  assert.equal(first?.["value"], "141870");
  assert.equal(first?.["period_end"], "2020-12-31");
  assert.equal(first?.["change_percent"], "47.9");
  assert.equal(first?.["url"], "https://example.org/a1");
  assert.deepEqual([second?.["value"], second?.["upper"], second?.["change_percent"]], ["-1.5", "2", ""]);
  assert.equal(second?.["sentence"], sentence);
});

test("what begins like a formula is text", () => {
  for (const title of ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", '=HYPERLINK("x","y")', "＝1"]) {
    const [row] = records(toCSV([statistic({ article: { id: "a", title } })]));
    assert.equal(row?.["title"], `'${title}`);
  }
  const [row] = records(toCSV([statistic({ article: { id: "a", title: "5 - 3 = 2" } })]));
  assert.equal(row?.["title"], "5 - 3 = 2");
});

test("what an engine leaves out is an empty cell", () => {
  const [row] = records(toCSV([{ id: "s", value: 1, text: "1", sentence: "One.", article: { id: "a", title: "T" } }]));
  assert.equal(Object.values(row ?? {}).filter(Boolean).length, 5);
});
