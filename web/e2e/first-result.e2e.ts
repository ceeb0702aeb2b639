import assert from "node:assert/strict";
import { browserTest, openBox } from "./harness/browser.ts";

browserTest("a search shows articles with highlights, count, date and source", async ({ page, url }) => {
  const box = await openBox(page, url);
  await box.search("telecom fraud");
  assert.ok((await box.titles()).slice(0, 3).includes("Crackdown intensifies on cybercrime"));
  assert.match((await box.count.textContent()) ?? "", /^\d+ articles$/);
  const first = box.results.filter({ hasText: "Crackdown intensifies" });
  const marks = await first.locator("mark").allTextContents();
  assert.ok(
    marks.some((mark) => /^fraud/i.test(mark)),
    String(marks),
  );
  assert.match((await first.locator("[part=about]").textContent()) ?? "", /China Daily.*February 24, 2024/);
  assert.equal(await page.title(), "Search the archive");
});

browserTest("an answer costs few requests, all below the site", async ({ page, url, requests }) => {
  const box = await openBox(page, url);
  await box.search("cybercrime");
  await box.search("money laundering");
  const kinds = requests.map((path) => path.replace(/[.][^.]*[.]/, ".*."));
  // An answer that has a series draws it, with a script of its own: that one is for chart.e2e.ts.
  assert.deepEqual([...kinds].sort(), [
    "",
    "almanac.js",
    ...kinds.filter((path) => path === "assets/chart.*.js").slice(0, 1),
    "assets/engine.*.wasm.gz",
    "assets/worker.*.js",
    ...kinds.filter((path) => path.startsWith("pack/")).sort(),
  ]);
  assert.ok(kinds.filter((path) => path.startsWith("pack/")).length <= 3, kinds.join("\n"));
});
