import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { browserTest, type SearchBox } from "./harness/browser.ts";
import { answer, openStatistics } from "./harness/statistics.ts";

const statistics = answer.statistics ?? [];

/** Saves the statistics in a format and returns the file's name and content. */
async function saved(page: Page, box: SearchBox, format: string): Promise<{ name: string; text: string }> {
  const button = box.element.getByRole("button", { name: `Save these statistics: ${format}` });
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

browserTest("statistics are saved as CSV, JSON-LD and citations, without a network", async ({ page, context, url }) => {
  const box = await openStatistics(page, url);
  await context.setOffline(true);

  const csv = await saved(page, box, "CSV");
  assert.equal(csv.name, "statistics.csv");
  const lines = csv.text.trimEnd().split("\r\n");
  assert.equal(lines.length, 1 + statistics.length);
  assert.match(lines[0] ?? "", /^id,article,title,published,value,upper,bound,unit,/);
  assert.match(
    lines[1] ?? "",
    /^s1,a1,Authorities stepping up cybercrime crackdown,2021-04-12T08:47:00,141870,,exact,people,/,
  );
  for (const harmless of [",'=cmd(),", ",'+1,", ",'-1,", ",'@SUM(A1),"])
    assert.ok(csv.text.includes(harmless), harmless);
  assert.ok(!/(^|,)"?[=@]/m.test(csv.text), "no cell begins like a formula");

  const jsonld = await saved(page, box, "JSON-LD");
  assert.equal(jsonld.name, "statistics.jsonld");
  const graph = (JSON.parse(jsonld.text) as { "@graph": Record<string, unknown>[] })["@graph"];
  const observations = graph.filter((node) => node["@type"] === "Observation");
  assert.deepEqual(
    observations.map((node) => node["@id"]),
    statistics.map(({ id }) => `#${id}`),
  );
  for (const node of observations) {
    const variable = node["variableMeasured"] as { "@id": string };
    assert.ok(graph.some((other) => other["@type"] === "StatisticalVariable" && other["@id"] === variable["@id"]));
    assert.equal((node["subjectOf"] as { "@type": string })["@type"], "Claim");
  }

  const citations = await saved(page, box, "Citations");
  assert.equal(citations.name, "citations.txt");
  assert.match(
    citations.text,
    /^“Last year, 141,870 people .*” Authorities .*, China Daily, 2021-04-12\. https:\/\/example\.org\/a1$/m,
  );
});
