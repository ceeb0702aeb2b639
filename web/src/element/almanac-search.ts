import { type Almanac, defaultLimit, openAlmanac, type OpenOptions } from "../client/client.ts";
import { Combobox, type Key } from "../combobox/combobox.ts";
import { SearchController } from "../state/controller.ts";
import { isStale, viewOf, type SearchState } from "../state/reducer.ts";
import { stringsFor } from "../strings.ts";
import type { Article } from "../wire/protocol.ts";
import { articleLink } from "./article-link.ts";
import { create, isolated } from "./create.ts";
import { announce } from "./events.ts";
import { buildResults, fillResult, isExpandable } from "./results.ts";
import { buildSkeleton, type Skeleton } from "./skeleton.ts";
import { StatisticsPanel, type PanelOwner } from "./statistics-panel.ts";
import { adoptStyles } from "./styles.ts";
import { Speech, wordingFor, type Wording } from "./wording.ts";

/** Milliseconds without a change after which screen readers are told: not at every keystroke. */
export const announceAfterMs = 500;

// Servers that render pages import this script as well, and have no HTMLElement.
const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

/**
 * <almanac-search>: a search box with live results.
 *
 * @attr base - directory of the archive, as a URL; that of the script if left out
 * @attr placeholder - text in the empty box
 * @attr label - accessible name of the box
 * @attr limit - articles shown at first, and added by "Show more"; 10 if left out
 * @attr eager - load the engine at once instead of at first focus or hover
 * @fires almanac-results, almanac-error, almanac-select, almanac-statistic - see events.ts
 * @csspart base field input clear busy count notes message error retry error-details results result title about passage
 *   heading mark expand more chips chip statistics statistic figure value change badge measure quote word open cite
 *   readings filters facet range apply reset histogram series chart key table widen exports save
 */
export class AlmanacSearch extends Base {
  static readonly observedAttributes = ["base", "placeholder", "label", "limit", "eager", "lang"];

  readonly #parts: Skeleton;
  readonly #combobox: Combobox;
  readonly #controller: SearchController;
  readonly #panel: StatisticsPanel;
  #almanac: Almanac | null = null;
  #speech: Speech;
  #listening: AbortController | null = null;
  #announcing: ReturnType<typeof setTimeout> | undefined;
  /** What the list was built from, so that it is built anew only when that changes. */
  #listed: Pick<SearchState, "answer" | "expanded"> | null = null;

  constructor() {
    super();
    this.#parts = buildSkeleton();
    this.#speech = new Speech(stringsFor(""), "");
    this.#controller = new SearchController(this.#owner(), defaultLimit);
    this.#combobox = new Combobox(this.#parts.input, this.#parts.list, {
      active: () => this.#controller.state.active,
      onMove: (to) => this.#controller.move(to),
      onChoose: (index, modifiers) => this.#click(index, modifiers),
      onSubmit: () => this.#submit(),
      onDismiss: () => this.#dismiss(),
    });
    this.#panel = new StatisticsPanel(this.#parts.chips, this.#parts.statistics, this.#panelOwner());
    const root = this.attachShadow({ mode: "open" });
    adoptStyles(root);
    root.append(this.#parts.root);
  }

  /** The text in the box; setting it searches. */
  get value(): string {
    return this.#controller.state.query;
  }

  set value(text: string) {
    this.#parts.input.value = text;
    this.#controller.type(text);
  }

  /** Focuses the box. Not left to the browser: a touch on a result would open its keyboard. */
  override focus(options?: FocusOptions): void {
    this.#parts.input.focus(options);
  }

  connectedCallback(): void {
    this.#takeEarlyValue();
    this.#speak();
    this.#listen();
    this.#combobox.start();
    // A box that was moved, or put back, goes on where it was.
    if (this.hasAttribute("eager") || this.value) this.#controller.resume();
  }

  disconnectedCallback(): void {
    this.#combobox.stop();
    this.#listening?.abort();
    this.#listening = null;
    this.#controller.release();
    clearTimeout(this.#announcing);
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (before === after) return;
    if (name === "limit") this.#controller.setPageSize(this.#limit());
    if (!this.isConnected) return;
    if (name === "base") this.#reopen();
    else if (name !== "eager") this.#speak();
    else if (after !== null) this.#controller.load();
  }

  /** A value set before this script ran hides the property; it is taken out of the way and used. */
  #takeEarlyValue(): void {
    const own = Object.getOwnPropertyDescriptor(this, "value");
    if (!own) return;
    delete (this as { value?: string }).value;
    this.value = String(own.value);
  }

  #owner(): ConstructorParameters<typeof SearchController>[0] {
    return {
      open: async (onProgress) => (this.#almanac = await openAlmanac(this.#openOptions(onProgress))),
      onState: (state) => this.#render(state),
      onAnswer: (query, result) => void announce(this, "almanac-results", { query, result }),
      onError: (error) => void announce(this, "almanac-error", { error }),
    };
  }

  #panelOwner(): PanelOwner {
    return {
      query: () => this.value,
      ask: (query) => (this.value = query),
      focusBox: () => this.#parts.input.focus(),
      widen: () => this.#controller.widen(),
      mayOpen: (statistic, href) => announce(this, "almanac-statistic", { statistic, href }),
      showArticle: (id) => this.#showArticle(id),
      announce: (text) => (this.#parts.status.textContent = text),
      chartURL: () => this.#almanac?.chartURL ?? null,
    };
  }

  #showArticle(id: string): void {
    const index = this.#controller.state.answer?.result.articles.findIndex((article) => article.id === id) ?? -1;
    if (!this.#controller.state.expanded.has(id)) this.#controller.toggle(id);
    this.#parts.input.focus({ preventScroll: true });
    this.#controller.move(index);
  }

  #openOptions(onProgress: NonNullable<OpenOptions["onProgress"]>): OpenOptions {
    const base = this.getAttribute("base");
    return base ? { base, onProgress } : { onProgress };
  }

  #limit(): number {
    const limit = Number.parseInt(this.getAttribute("limit") ?? "", 10);
    return limit >= 1 ? limit : defaultLimit;
  }

  #reopen(): void {
    const { value } = this;
    this.#controller.release();
    this.#controller.type("");
    if (value) this.#controller.type(value);
    else if (this.hasAttribute("eager")) this.#controller.load();
  }

  /** Puts everything into the language of the element's place in the page. */
  #speak(): void {
    const language = this.#language();
    const strings = stringsFor(language);
    const { root, input, clear, list, listHeading, more, retry } = this.#parts;
    const label = this.getAttribute("label") || strings.label;
    this.#speech = new Speech(strings, language);
    root.setAttribute("aria-label", label);
    input.setAttribute("aria-label", label);
    input.placeholder = this.getAttribute("placeholder") ?? strings.placeholder;
    clear.setAttribute("aria-label", strings.clear);
    list.setAttribute("aria-label", strings.results);
    listHeading.textContent = strings.articles;
    more.textContent = strings.showMore;
    retry.textContent = strings.retry;
    this.#listed = null;
    this.#panel.show(this.#controller.state, this.#speech, true);
    this.#render(this.#controller.state);
  }

  #language(): string {
    // Inside another component's shadow root the search for an ancestor ends early.
    return this.closest("[lang]")?.getAttribute("lang") ?? document.documentElement.lang;
  }

  #listen(): void {
    this.#listening ??= new AbortController();
    const { signal } = this.#listening;
    const { input, clear, list, more, retry } = this.#parts;
    const load = () => this.#controller.load();
    this.addEventListener("focusin", load, { signal });
    this.addEventListener("pointerenter", load, { signal });
    input.addEventListener("input", (event) => this.#onInput(event as InputEvent), { signal });
    input.addEventListener("compositionend", () => this.#controller.type(input.value), { signal });
    clear.addEventListener("click", () => this.#empty(), { signal });
    retry.addEventListener("click", () => this.#retry(), { signal });
    more.addEventListener("click", () => this.#controller.showMore(), { signal });
    list.addEventListener("click", (event) => this.#onClick(event), { signal });
  }

  #onInput(event: InputEvent): void {
    // What an input method is still composing is not yet what the reader means.
    if (!event.isComposing) this.#controller.type(this.#parts.input.value);
  }

  #empty(): void {
    this.value = "";
    this.#parts.input.focus();
  }

  #retry(): void {
    // The button goes with the error: without this, focus would fall to the page.
    this.#parts.input.focus();
    this.#controller.retry();
  }

  #submit(): void {
    const { state } = this.#controller;
    if (viewOf(state) === "error") this.#controller.retry();
    // On a touch screen the keyboard covers the results.
    else if (matchMedia("(hover: none)").matches) this.#parts.input.blur();
    else this.#controller.move(0);
  }

  #dismiss(): boolean {
    if (this.#controller.state.active >= 0) this.#controller.move(-1);
    else if (this.#parts.input.value) this.value = "";
    else return false;
    return true;
  }

  #click(index: number, { ctrlKey, metaKey, shiftKey, altKey }: Key): void {
    const option = this.#parts.list.children[index];
    const modifiers = { ctrlKey, metaKey, shiftKey, altKey };
    option?.dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true, cancelable: true, ...modifiers }));
  }

  #onClick(event: MouseEvent): void {
    const option = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-index]") : null;
    const index = Number(option?.dataset["index"] ?? -1);
    const article = this.#controller.state.answer?.result.articles[index];
    if (article) this.#choose(article, index, event);
  }

  #choose(article: Article, index: number, event: MouseEvent): void {
    const href = articleLink(article.url, document.baseURI);
    if (!announce(this, "almanac-select", { article, index, href })) event.preventDefault();
    else if (!href && isExpandable(article)) this.#controller.toggle(article.id);
  }

  #render(state: SearchState): void {
    const { clear, busy, list, listHeading, statistics, more, message, error } = this.#parts;
    const view = viewOf(state);
    const hasArticles = view === "results" && (state.answer?.result.articles.length ?? 0) > 0;
    const wording = wordingFor(state, this.#speech);
    clear.hidden = state.query === "";
    busy.toggleAttribute("data-on", isStale(state));
    if (view === "results") this.#list(state);
    this.#panel.show(state, this.#speech, false);
    listHeading.hidden = !hasArticles || statistics.hidden;
    this.#combobox.show(hasArticles, state.active);
    more.hidden = view !== "results" || list.childElementCount >= (state.answer?.result.total ?? 0);
    message.dataset["view"] = view;
    error.hidden = view !== "error";
    this.#say(wording);
  }

  #list({ answer, expanded }: SearchState): void {
    const listed = this.#listed;
    if (!answer || (listed?.answer === answer && listed.expanded === expanded)) return;
    this.#listed = { answer, expanded };
    const { list } = this.#parts;
    const { articles } = answer.result;
    const context = { speech: this.#speech, language: this.#language(), expanded, pageURL: document.baseURI };
    if (listed?.answer !== answer) {
      list.replaceChildren(...buildResults(articles, context));
      return;
    }
    articles.forEach((article, index) => {
      const option = list.children[index] as HTMLElement;
      if (listed.expanded.has(article.id) !== expanded.has(article.id)) fillResult(option, article, context);
    });
  }

  #say({ count, notes, message, error, announcement }: Wording): void {
    const parts = this.#parts;
    say(parts.count, count);
    parts.notes.replaceChildren(...notes.map(paragraph));
    parts.message.replaceChildren(...message.map(paragraph));
    say(parts.errorText, error?.text ?? "");
    say(parts.errorDetails, error?.details ?? "");
    clearTimeout(this.#announcing);
    this.#announcing = setTimeout(() => (parts.status.textContent = announcement), announceAfterMs);
  }
}

function say(place: HTMLElement, text: string): void {
  place.replaceChildren(...(text ? [isolated(text)] : []));
}

function paragraph(text: string): HTMLElement {
  return create("p", {}, isolated(text));
}
