import assert from "node:assert/strict";
import { browserTest, openBox } from "./harness/browser.ts";

browserTest(
  "while a slow engine loads the box says so, and then answers what was typed meanwhile",
  async ({ page, url }) => {
    let release = () => undefined as void;
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route("**/*.wasm.gz", async (route) => {
      await held;
      await route.continue();
    });
    const box = await openBox(page, url);
    await box.input.focus();
    await page.keyboard.type("darknet");
    await box.message.getByText("Loading search…").waitFor();
    assert.equal(await box.results.count(), 0);
    release();
    await box.answered("darknet");
    assert.equal(await box.results.count(), 1);
    assert.equal(await box.message.textContent(), "");
  },
);

browserTest("results of the text before stay while the next ones are fetched", async ({ page, url }) => {
  const box = await openBox(page, url);
  await box.search("cybercrime");
  const before = await box.titles();
  const between = await box.element.evaluate((element) => {
    const root = element.shadowRoot!;
    const input = root.querySelector("input")!;
    input.value = "cybercrime s";
    input.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    const busy = root.querySelector("[part=busy]")!.hasAttribute("data-on");
    return { busy, results: root.querySelectorAll("[role=option]").length };
  });
  assert.deepEqual(between, { busy: true, results: before.length });
  await box.answered("cybercrime s");
  assert.equal(await box.element.locator("[part=busy][data-on]").count(), 0);
});
