import type { SearchResult } from "../client/client.ts";
import type { AlmanacError } from "../error.ts";
import type { Article } from "../wire/protocol.ts";
import type { Statistic } from "../wire/statistic.ts";

/** What <almanac-search> tells the page. All events bubble and cross shadow roots. */
export interface AlmanacEvents {
  /** Results are shown. */
  "almanac-results": CustomEvent<{ readonly query: string; readonly result: SearchResult }>;
  /** Loading or a search has failed; the element shows why. */
  "almanac-error": CustomEvent<{ readonly error: AlmanacError }>;
  /** A reader chose an article; preventDefault keeps the element from opening it. */
  "almanac-select": CustomEvent<{ readonly article: Article; readonly index: number; readonly href: string | null }>;
  /** A reader follows a statistic to its sentence; preventDefault keeps the element from opening it. */
  "almanac-statistic": CustomEvent<{ readonly statistic: Statistic; readonly href: string | null }>;
}

declare global {
  interface HTMLElementEventMap extends AlmanacEvents {}
}

/** Dispatches an event; returns false if a listener prevented its default. */
export function announce<Name extends keyof AlmanacEvents>(
  target: EventTarget,
  name: Name,
  detail: AlmanacEvents[Name]["detail"],
): boolean {
  return target.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: true }));
}
