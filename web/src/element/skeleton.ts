import { button, create, icon } from "./create.ts";

/** The parts of the element that stay while it lives. */
export interface Skeleton {
  readonly root: HTMLElement;
  readonly input: HTMLInputElement;
  readonly clear: HTMLButtonElement;
  /** Moves while an answer is awaited. */
  readonly busy: HTMLElement;
  /** What of the query was read as conditions. */
  readonly chips: HTMLElement;
  readonly count: HTMLElement;
  readonly notes: HTMLElement;
  readonly message: HTMLElement;
  readonly error: HTMLElement;
  readonly errorText: HTMLElement;
  readonly errorDetails: HTMLElement;
  readonly retry: HTMLButtonElement;
  readonly statistics: HTMLElement;
  /** Stands over the list where statistics stand before it. */
  readonly listHeading: HTMLElement;
  readonly list: HTMLElement;
  readonly more: HTMLButtonElement;
  /** Read out by screen readers, not shown. */
  readonly status: HTMLElement;
}

/** Builds the parts, without words: those come with the language. */
export function buildSkeleton(): Skeleton {
  const input = create("input", {
    type: "search",
    part: "input",
    id: "input",
    dir: "auto",
    autocomplete: "off",
    autocapitalize: "none",
    spellcheck: "false",
    enterkeyhint: "search",
  });
  const clear = button("clear", {}, icon("M6 6l12 12M18 6L6 18"));
  const busy = create("div", { class: "busy", part: "busy" });
  const field = create(
    "div",
    { class: "field", part: "field" },
    icon("M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM15.5 15.5L20 20"),
    input,
    clear,
    busy,
  );
  const chips = create("div", { class: "chips", part: "chips", role: "group" });
  const count = create("p", { class: "count", part: "count" });
  const notes = create("div", { class: "notes", part: "notes" });
  const message = create("div", { class: "message", part: "message" });
  const errorText = create("p", {});
  const errorDetails = create("p", { class: "details", part: "error-details" });
  const retry = button("retry", {});
  const error = create("div", { class: "error", part: "error", role: "alert" }, errorText, retry, errorDetails);
  const statistics = create("section", { class: "statistics", part: "statistics" });
  const listHeading = create("h2", { part: "heading-articles" });
  const list = create("div", { class: "results", part: "results", id: "results" });
  const more = button("more", {});
  const status = create("p", { class: "unseen", role: "status" });
  const root = create(
    "div",
    { class: "base", part: "base", role: "search" },
    field,
    chips,
    count,
    notes,
    message,
    error,
    statistics,
    listHeading,
    list,
    more,
    status,
  );
  return {
    root,
    input,
    clear,
    busy,
    chips,
    count,
    notes,
    message,
    error,
    errorText,
    errorDetails,
    retry,
    statistics,
    listHeading,
    list,
    more,
    status,
  };
}
