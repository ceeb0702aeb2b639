import type { Understood } from "../wire/statistic.ts";
import { button, create, icon, isolated } from "./create.ts";
import type { Speech } from "./wording.ts";

/** Builds the chips, one for each part of the query that is a condition; a click on one is to remove it. */
export function buildChips(parts: readonly Understood[], { strings }: Speech): HTMLElement[] {
  return parts.map((part, index) => {
    const label = part.label || part.text;
    return button(
      "chip",
      { "aria-label": strings.statistics.removePart(label), "data-part": String(index) },
      create("span", {}, isolated(label)),
      icon("M7 7l10 10M17 7L7 17"),
    );
  });
}
