import assert from "node:assert/strict";
import { browserTest, type SearchBox } from "./harness/browser.ts";
import { openStatistics, query } from "./harness/statistics.ts";

function isFocused(box: SearchBox): Promise<boolean> {
  return box.input.evaluate((input) => (input.getRootNode() as ShadowRoot).activeElement === input);
}

browserTest("a chip removes its part of the query, and focus stays in the box", async ({ page, url }) => {
  const box = await openStatistics(page, url);
  const chips = box.element.locator("[part=chip]");
  assert.deepEqual(await chips.allInnerTexts(), ["more than 2,000", "2020"]);
  await box.element.getByRole("button", { name: "Remove 2020" }).click();
  assert.equal(await box.input.inputValue(), "more than 2,000 people cybercrime");
  assert.ok(await isFocused(box));
  await box.answered("more than 2,000 people cybercrime");
  await box.element.getByRole("button", { name: "Remove more than 2,000" }).press("Enter");
  assert.equal(await box.input.inputValue(), "people cybercrime");
  assert.ok(await isFocused(box));
});

browserTest("filters write grammar into the box and take it out again", async ({ page, url }) => {
  const box = await openStatistics(page, url, { understood: [] });
  await box.search("fraud");
  await box.element.getByText("Filter statistics").click();
  const facet = (name: string) => box.element.getByRole("button", { name, exact: true });
  const steps: [string, string, boolean][] = [
    ["people 5", "fraud unit:people", true],
    ["phone calls 1", 'fraud unit:"phone calls"', true],
    ["2020 5", 'fraud unit:"phone calls" in 2020', true],
    ["phone calls 1", "fraud in 2020", false],
    ["counts 5", "fraud in 2020 kind:count", true],
    ["China Daily 7", 'fraud in 2020 kind:count source:"China Daily"', true],
  ];
  for (const [name, want, pressed] of steps) {
    await facet(name).press("Enter");
    await box.answered(want);
    assert.equal(await box.input.inputValue(), want);
    assert.equal(await facet(name).getAttribute("aria-pressed"), String(pressed));
    const focused = await facet(name).evaluate(
      (button) => (button.getRootNode() as ShadowRoot).activeElement === button,
    );
    assert.ok(focused, `the keyboard stays at ${name}`);
  }
  await facet("Clear filters").click();
  assert.equal(await box.input.inputValue(), "fraud");
});

browserTest("a range of values is typed beside its histogram", async ({ page, url }) => {
  const box = await openStatistics(page, url);
  await box.element.getByText("Filter statistics").click();
  assert.equal(await box.element.locator("svg.histogram rect").count(), 3);
  await box.element.getByRole("spinbutton", { name: "From" }).fill("1000");
  await box.element.getByRole("spinbutton", { name: "To" }).fill("200000");
  await box.element.getByRole("button", { name: "Apply" }).click();
  const want = `${query.replace("more than 2,000 ", "")} 1000..200000`;
  await box.answered(want);
  assert.equal(await box.element.getByRole("spinbutton", { name: "From" }).inputValue(), "1000");
  await box.element.getByRole("spinbutton", { name: "To" }).fill("");
  await box.element.getByRole("spinbutton", { name: "To" }).press("Enter");
  assert.match(await box.input.inputValue(), /at least 1000$/);
});
