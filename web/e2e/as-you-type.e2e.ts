import assert from "node:assert/strict";
import type { AlmanacSearch } from "../src/almanac.ts";
import { almanac, sample } from "./harness/command.ts";
import { browserTest, openBox, SearchBox } from "./harness/browser.ts";

/** What a reader saw at one moment. */
interface Sight {
  readonly typed: string;
  readonly view: string;
  readonly results: number;
}

async function sampleTitles(): Promise<string[]> {
  const lines = (await almanac("articles", sample, "--json")).trim().split("\n");
  return lines.map((line) => (JSON.parse(line) as { title: string }).title);
}

/** Notes what is shown at every change of the element's inside. */
async function watch(box: SearchBox): Promise<() => Promise<Sight[]>> {
  await box.element.evaluate((element) => {
    const root = element.shadowRoot!;
    const seen: Sight[] = ((globalThis as { seen?: Sight[] }).seen = []);
    const look = () => {
      const view = root.querySelector<HTMLElement>("[part=message]")?.dataset["view"] ?? "";
      const list = root.querySelector<HTMLElement>("[part=results]")!;
      const typed = root.querySelector("input")!.value;
      seen.push({ typed, view, results: list.hidden ? 0 : list.childElementCount });
    };
    new MutationObserver(look).observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  return () => box.element.evaluate(() => (globalThis as { seen?: Sight[] }).seen ?? []);
}

browserTest("no keystroke of five titles shows no results, nor takes results away", async ({ page, url }) => {
  const titles = await sampleTitles();
  assert.equal(titles.length, 5);
  for (const title of titles) {
    const box = await openBox(page, url);
    const sights = await watch(box);
    for (let end = 1; end <= title.length; end++) {
      const text = title.slice(0, end);
      await box.input.press(title[end - 1] === " " ? "Space" : (title[end - 1] as string));
      await box.answered(text);
    }
    const seen = await sights();
    const bad = seen.filter(({ view }) => view === "empty" || view === "error");
    assert.deepEqual(bad, [], title);
    const first = seen.findIndex(({ results }) => results > 0);
    assert.ok(first >= 0, title);
    assert.deepEqual(
      seen.slice(first).filter(({ results }) => results === 0),
      [],
      `results went away in ${title}`,
    );
    assert.ok((await box.titles()).slice(0, 2).includes(title), `${title} is not among the first two`);
  }
});

browserTest("typing fast shows the answer to the last keystroke", async ({ page, url }) => {
  const box = await openBox(page, url);
  await box.input.focus();
  await page.keyboard.type("procuratorate");
  await box.answered("procuratorate");
  assert.equal(await box.input.inputValue(), "procuratorate");
  assert.match((await box.results.first().locator("mark").allTextContents()).join(" "), /procuratorate/i);
});

browserTest("what an input method composes is searched when it is composed", async ({ page, url, context }) => {
  const box = await openBox(page, url);
  await box.input.focus();
  const asked: string[] = [];
  await page.exposeFunction("noteAnswer", (query: string) => void asked.push(query));
  await box.element.evaluate((element: AlmanacSearch) =>
    element.addEventListener("almanac-results", (event) =>
      (globalThis as unknown as { noteAnswer(query: string): void }).noteAnswer(event.detail.query),
    ),
  );
  const session = await context.newCDPSession(page);
  for (const text of ["c", "cy", "cyber"]) {
    await session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  }
  // An input method may be closed with Enter, which chooses nothing here.
  await page.keyboard.press("Enter");
  await session.send("Input.insertText", { text: "cybercrime" });
  await box.answered("cybercrime");
  assert.deepEqual(
    asked.filter((query) => query !== "cybercrime" && query !== "cyber"),
    [],
  );
  assert.ok((await box.results.count()) > 0);
});
