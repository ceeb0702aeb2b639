import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { browserTest, openBox, type SearchBox } from "./harness/browser.ts";
import { openStatistics } from "./harness/statistics.ts";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface AxeResults {
  violations: { id: string; nodes: { target: unknown; failureSummary: string }[] }[];
}

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return found.flatMap(({ id, nodes }) => nodes.map((n) => `${id}: ${JSON.stringify(n.target)} ${n.failureSummary}`));
}

/** The states of the box, and how to bring it there. */
const states: [string, (page: Page, box: SearchBox) => Promise<void>][] = [
  ["idle", async () => undefined],
  ["results", (_page, box) => box.search("cybercrime")],
  [
    "a marked result",
    async (_page, box) => {
      await box.search("cybercrime");
      await box.input.press("ArrowDown");
    },
  ],
  ["notes", (_page, box) => box.search("cybercrme 2018")],
  ["nothing found", (_page, box) => box.search("zzyzx")],
  ["keep typing", (_page, box) => box.search("the ")],
  [
    "an error",
    async (page, box) => {
      await page.route(/\/pack\/(?!root)/, (route) => route.abort());
      await page.reload();
      await box.input.fill("darknet");
      await box.failed();
    },
  ],
];

for (const colorScheme of ["light", "dark"] as const) {
  browserTest(
    `axe finds nothing to object to in any state: ${colorScheme}`,
    async ({ page, url }) => {
      await page.addInitScript({ content: axe });
      const box = await openBox(page, url);
      for (const [name, enter] of states) {
        await enter(page, box);
        assert.deepEqual(await violations(page), [], name);
      }
    },
    { colorScheme, expectErrors: true },
  );
}

for (const [look, options] of [
  ["light", { colorScheme: "light" }],
  ["dark", { colorScheme: "dark" }],
  ["narrow", { viewport: { width: 320, height: 640 } }],
] as const) {
  browserTest(
    `axe finds nothing to object to in statistics, filters and charts: ${look}`,
    async ({ page, url }) => {
      await page.addInitScript({ content: axe });
      const box = await openStatistics(page, url);
      await box.element.locator("[part=chart] svg").waitFor();
      for (const summary of await box.element.locator("summary").all()) await summary.click();
      assert.deepEqual(await violations(page), []);
    },
    options,
  );
}

browserTest("a screen reader hears the count once typing pauses, and what was not found", async ({ page, url }) => {
  const box = await openBox(page, url);
  const status = box.element.getByRole("status");
  await box.search("cybercrime");
  await status.filter({ hasText: /^4 articles/ }).waitFor({ state: "attached" });
  await box.search("cybercrime zzyzx qqqq");
  await status
    .filter({ hasText: /^4 articles No article has any of “zzyzx” or “qqqq”/ })
    .waitFor({ state: "attached" });
  await box.search("zzyzx");
  await status.filter({ hasText: /^Nothing found for “zzyzx”/ }).waitFor({ state: "attached" });
});

browserTest("a result is read out by title, source, date and passages", async ({ page, url, context }) => {
  const box = await openBox(page, url);
  await box.search("darknet");
  const session = await context.newCDPSession(page);
  const { nodes } = (await session.send("Accessibility.getFullAXTree")) as unknown as {
    nodes: { role?: { value: string }; name?: { value: string } }[];
  };
  const names = nodes.filter((node) => node.role?.value === "option").map((node) => node.name?.value ?? "");
  assert.equal(names.length, 1);
  assert.match(
    names[0] ?? "",
    /^Authorities stepping up cybercrime crackdown China Daily · .*April 12, 2021 .*darknet/i,
  );
});
