import { citationOf, citationsOf } from "../export/citation.ts";
import { toCSV } from "../export/csv.ts";
import { toJSONLD } from "../export/jsonld.ts";
import { valueFilter, withFilter, withoutFilters, withoutPart, type FilterGroup } from "../query/edit.ts";
import { viewOf, type SearchState } from "../state/reducer.ts";
import type { Statistic } from "../wire/statistic.ts";
import { drawCharts } from "./chart-loader.ts";
import { buildChips } from "./chips.ts";
import { button, create } from "./create.ts";
import { copyText, saveFile } from "./download.ts";
import { buildFilters, isFilterable } from "./filters.ts";
import { buildSeries } from "./series.ts";
import { buildCard } from "./statistic-card.ts";
import type { Speech } from "./wording.ts";

/** Statistics shown before a reader asks for all: more to one whose query has conditions, and so asks for figures. */
const shownOfWords = 2;
const shownOfConditions = 4;

/** Milliseconds for which a button says that it has copied. */
const copiedMs = 2000;

/** What a panel tells the search box. */
export interface PanelOwner {
  /** The query as it is in the box now. */
  query(): string;
  /** Searches for a text that the panel has made. */
  ask(query: string): void;
  /** The box is where the reader goes on. */
  focusBox(): void;
  widen(): void;
  /** Tells whether the reader may be taken to a statistic's sentence. */
  mayOpen(statistic: Statistic, href: string | null): boolean;
  showArticle(id: string): void;
  /** Tells screen readers. */
  announce(text: string): void;
  chartURL(): string | null;
}

/** The statistics of an answer: chips, filters, cards, charts and files. */
export class StatisticsPanel {
  readonly #chips: HTMLElement;
  readonly #root: HTMLElement;
  readonly #owner: PanelOwner;
  readonly #heading = create("h2", { part: "heading-statistics" });
  readonly #filters = create("details", { class: "filters", part: "filters" });
  readonly #body = create("div", {});
  #state: SearchState | null = null;
  #speech: Speech | null = null;
  #shown = "";

  constructor(chips: HTMLElement, root: HTMLElement, owner: PanelOwner) {
    [this.#chips, this.#root, this.#owner] = [chips, root, owner];
    root.append(this.#heading, this.#filters, this.#body);
    chips.addEventListener("click", (event) => this.#onChip(event));
    this.#filters.addEventListener("click", (event) => this.#onFilter(event));
    this.#filters.addEventListener("keydown", (event) => this.#onFilterKey(event));
    this.#body.addEventListener("click", (event) => this.#onClick(event));
  }

  /** Shows the statistics of a state; `anew` if the language has changed. */
  show(state: SearchState, speech: Speech, anew: boolean): void {
    const view = viewOf(state);
    const before = anew ? null : this.#state;
    [this.#state, this.#speech] = [state, speech];
    const result = view === "idle" || view === "error" ? null : state.answer?.result;
    const understood = result?.understood ?? [];
    this.#chips.hidden = understood.length === 0;
    this.#root.hidden = view !== "results" || !result?.statistics.length;
    if (before?.answer === state.answer && before?.wide === state.wide) return;
    this.#chips.setAttribute("aria-label", speech.strings.statistics.understood);
    this.#chips.replaceChildren(...buildChips(understood, speech));
    if (!this.#root.hidden) this.#build(state, speech, anew);
  }

  #build(state: SearchState, speech: Speech, anew: boolean): void {
    const { query, result } = state.answer!;
    const { statistics, facets } = result;
    this.#heading.textContent = speech.strings.statistics.heading;
    this.#filters.hidden = !isFilterable(facets);
    if (isFilterable(facets)) this.#fillFilters(buildFilters(facets, query, speech), speech);
    // More articles for the same words leave the cards as they are, opened or not.
    const shown = JSON.stringify([query, state.wide, statistics.map(({ id }) => id)]);
    if (shown === this.#shown && !anew) return;
    this.#shown = shown;
    this.#fillBody(state, speech);
  }

  #fillFilters(filters: readonly HTMLElement[], speech: Speech): void {
    const root = this.#root.getRootNode() as ShadowRoot;
    const focused = this.#filters.contains(root.activeElement) ? root.activeElement!.getAttribute("data-key") : null;
    const summary = create("summary", {}, speech.strings.statistics.filters);
    this.#filters.replaceChildren(summary, ...filters);
    if (focused === null) return;
    // The button is another one now; the reader is still at it.
    const again = [...this.#filters.querySelectorAll<HTMLElement>("[data-key]")];
    (again.find((candidate) => candidate.dataset["key"] === focused) ?? summary).focus();
  }

  #fillBody(state: SearchState, speech: Speech): void {
    const { statistics, articles, series = [], understood = [] } = state.answer!.result;
    const few = understood.length > 0 ? shownOfConditions : shownOfWords;
    const shown = state.wide ? statistics : statistics.slice(0, few);
    const context = { speech, pageURL: document.baseURI, articles: new Set(articles.map(({ id }) => id)) };
    const ids = new Set(shown.map((statistic) => statistic.series));
    const titles = new Map(
      [...articles, ...statistics.map(({ article }) => article)].map(({ id, title }) => [id, title]),
    );
    const figures = series
      .filter(({ id, points }) => ids.has(id) && points.length > 1)
      .slice(0, state.wide ? series.length : 1)
      .map((one) => buildSeries(one, titles, speech));
    this.#body.replaceChildren(
      create("ul", { class: "cards", role: "list" }, ...shown.map((statistic) => buildCard(statistic, context))),
      ...(statistics.length > few ? [widener(statistics.length, state.wide, speech)] : []),
      ...figures.map(({ root }) => root),
      exportBar(speech),
    );
    // Without the chart there is the table.
    drawCharts(figures, this.#owner.chartURL()).catch(() => figures.forEach(({ root }) => openTable(root)));
  }

  #onChip(event: Event): void {
    const index = closest(event, "[data-part]")?.dataset["part"];
    const part = this.#state?.answer?.result.understood?.[Number(index ?? -1)];
    if (!part) return;
    this.#owner.focusBox();
    this.#owner.ask(withoutPart(this.#owner.query(), part));
  }

  #onFilter(event: Event): void {
    const pressed = closest(event, "button");
    const { group, filter = null } = pressed?.dataset ?? {};
    if (group) this.#filter(group as FilterGroup, filter);
    else if (pressed?.classList.contains("reset")) this.#ask((query) => withoutFilters(query, this.#understood()));
    else if (pressed?.classList.contains("apply")) this.#filterRange();
  }

  #onFilterKey(event: KeyboardEvent): void {
    if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
    // Around the element there may be a form, which this is not for.
    event.preventDefault();
    this.#filterRange();
  }

  #filterRange(): void {
    const [low, high] = ["low", "high"].map((name) => {
      const input = this.#filters.querySelector<HTMLInputElement>(`input.${name}`);
      return input && Number.isFinite(input.valueAsNumber) ? input.valueAsNumber : null;
    });
    this.#filter("value", valueFilter(low ?? null, high ?? null));
  }

  #filter(group: FilterGroup, filter: string | null): void {
    this.#ask((query) => withFilter(query, this.#understood(), group, filter));
  }

  /** Asks for the text in the box, changed. If it is no other answer's, the parts' places are right in it. */
  #ask(change: (query: string) => string): void {
    this.#owner.ask(change(this.#owner.query()));
  }

  /** The conditions of the answer shown, if it is that of the text in the box. */
  #understood() {
    const { answer } = this.#state ?? {};
    return (answer?.query === this.#owner.query() && answer.result.understood) || [];
  }

  #onClick(event: MouseEvent): void {
    const pressed = closest(event, "button, a");
    if (!pressed) return;
    const statistic = this.#statistics().find(({ id }) => id === closest(event, "[data-id]")?.dataset["id"]);
    if (pressed.classList.contains("widen")) this.#widen();
    else if (pressed.classList.contains("open") && statistic) this.#open(statistic, pressed, event);
    else if (pressed.classList.contains("cite") && statistic) void this.#cite(statistic, pressed);
    else if (pressed.dataset["save"]) this.#save(pressed.dataset["save"]);
  }

  #widen(): void {
    this.#owner.widen();
    this.#body.querySelector<HTMLElement>(".widen")?.focus();
  }

  #open(statistic: Statistic, pressed: HTMLElement, event: Event): void {
    const href = pressed.getAttribute("href");
    if (!this.#owner.mayOpen(statistic, href)) event.preventDefault();
    else if (!href) this.#owner.showArticle(statistic.article.id);
  }

  async #cite(statistic: Statistic, pressed: HTMLElement): Promise<void> {
    if (!(await copyText(`${citationOf(statistic)}\n`, "citation.txt"))) return;
    const { cite, copied } = this.#speech!.strings.statistics;
    pressed.textContent = copied;
    this.#owner.announce(copied);
    setTimeout(() => (pressed.textContent = cite), copiedMs);
  }

  #save(format: string): void {
    const statistics = this.#statistics();
    if (format === "csv") saveFile("statistics.csv", "text/csv", toCSV(statistics));
    if (format === "jsonld") saveFile("statistics.jsonld", "application/ld+json", toJSONLD(statistics));
    if (format === "citations") saveFile("citations.txt", "text/plain", citationsOf(statistics));
  }

  #statistics(): readonly Statistic[] {
    return this.#state?.answer?.result.statistics ?? [];
  }
}

function widener(count: number, wide: boolean, speech: Speech): HTMLElement {
  const { showAll, showFewer } = speech.strings.statistics;
  return button("widen", { "aria-expanded": String(wide) }, wide ? showFewer : showAll(speech.number(count)));
}

function exportBar({ strings }: Speech): HTMLElement {
  const { save, csv, jsonld, citations } = strings.statistics;
  const buttons = Object.entries({ csv, jsonld, citations }).map(([format, name]) =>
    button("save", { "data-save": format, "aria-label": `${save} ${name}` }, name),
  );
  return create("p", { class: "exports", part: "exports" }, create("span", { class: "quiet" }, save), ...buttons);
}

function openTable(figure: HTMLElement): void {
  figure.querySelector("details")?.setAttribute("open", "");
}

function closest(event: Event, selector: string): HTMLElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLElement>(selector) : null;
}
