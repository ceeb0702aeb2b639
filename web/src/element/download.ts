import { create } from "./create.ts";

/** How long a file made in the page is kept for the browser to save it. */
const keepMs = 60_000;

/** Saves a text as a file. Nothing leaves the page, so it works without a network. */
export function saveFile(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  create("a", { href: url, download: name }).click();
  // Some browsers begin to read only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), keepMs);
}

/** Copies a text; where the page may not, saves it. Tells whether it was copied. */
export async function copyText(text: string, name: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Without https there is no clipboard, and a reader may have refused it.
    saveFile(name, "text/plain", text);
    return false;
  }
}
