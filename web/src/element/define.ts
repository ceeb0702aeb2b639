import { AlmanacSearch } from "./almanac-search.ts";

declare global {
  interface HTMLElementTagNameMap {
    "almanac-search": AlmanacSearch;
  }
}

/** Registers <almanac-search>, once, where there are custom elements. */
export function defineAlmanacSearch(): void {
  if ("customElements" in globalThis && !customElements.get("almanac-search")) {
    customElements.define("almanac-search", AlmanacSearch);
  }
}
