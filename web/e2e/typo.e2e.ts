import assert from "node:assert/strict";
import { browserTest, openBox } from "./harness/browser.ts";

browserTest("a misspelt search finds what was meant, and says what it took the words for", async ({ page, url }) => {
  const box = await openBox(page, url);
  await box.search("cybercrme crackdwon");
  assert.match((await box.titles())[0] ?? "", /cybercrime/i);
  const notes = (await box.notes.textContent()) ?? "";
  assert.match(notes, /No article has “cybercrme”; these have “cybercrimes?”/);
  assert.match(notes, /“crackdwon”.*“crackdown”/);
  assert.match((await box.results.first().locator("mark").allTextContents()).join(" "), /crackdown/i);
});
