/** What a key asks for. */
export type Command =
  | { readonly do: "move"; readonly to: number }
  | { readonly do: "choose"; readonly index: number }
  /** Enter in the box itself. */
  | { readonly do: "submit" }
  /** Escape. */
  | { readonly do: "dismiss" };

/** The parts of a keyboard event that matter here. */
export interface Key {
  readonly key: string;
  readonly keyCode: number;
  readonly isComposing: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/** Results that PageUp and PageDown step over. */
export const pageStep = 5;

/**
 * Returns what a key asks for in a box with `count` results of which the one at
 * index `active` is marked (-1: none), or null if the key is the box's own. The
 * pattern is the ARIA Authoring Practices' list autocomplete with manual
 * selection: focus stays in the box, and going past either end returns to it.
 */
export function commandFor(key: Key, active: number, count: number): Command | null {
  // An input method owns its keys; 229 is what some browsers report then.
  if (key.isComposing || key.keyCode === 229) return null;
  if (key.key === "Enter") return active >= 0 ? { do: "choose", index: active } : { do: "submit" };
  if (key.altKey || key.ctrlKey || key.metaKey || key.shiftKey) return null;
  if (key.key === "Escape") return { do: "dismiss" };
  const to = count > 0 ? target(key.key, active, count) : null;
  return to === null ? null : { do: "move", to };
}

function target(key: string, active: number, count: number): number | null {
  switch (key) {
    case "ArrowDown":
      return active + 1 < count ? active + 1 : -1;
    case "ArrowUp":
      return active < 0 ? count - 1 : active - 1;
    case "PageDown":
      return Math.min(active + pageStep, count - 1);
    case "PageUp":
      return active < 0 ? null : Math.max(active - pageStep, 0);
    default:
      return null;
  }
}

/** What a combobox tells its owner. */
export interface ComboboxOwner {
  /** Index of the marked option; -1 for none. */
  active(): number;
  onMove(to: number): void;
  onChoose(index: number, modifiers: Key): void;
  onSubmit(): void;
  /** Returns whether there was anything to dismiss. */
  onDismiss(): boolean;
}

/**
 * Keyboard and ARIA of an input with a list of options. Knows neither what is
 * searched nor how options look: an option is a child of the list with role
 * `option` and an id.
 */
export class Combobox {
  readonly #input: HTMLInputElement;
  readonly #list: HTMLElement;
  readonly #owner: ComboboxOwner;
  #listening: AbortController | null = null;

  constructor(input: HTMLInputElement, list: HTMLElement, owner: ComboboxOwner) {
    this.#input = input;
    this.#list = list;
    this.#owner = owner;
    list.setAttribute("role", "listbox");
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", list.id);
    input.setAttribute("aria-expanded", "false");
  }

  /** Begins to listen; {@link stop} undoes it. */
  start(): void {
    this.#listening ??= new AbortController();
    const { signal } = this.#listening;
    this.#input.addEventListener("keydown", (event) => this.#onKey(event, this.#owner.active()), { signal });
    // A click leaves focus on an option: the keys go on from there.
    this.#list.addEventListener("keydown", (event) => this.#onKey(event, this.#focused()), { signal });
  }

  /** Ends listening. */
  stop(): void {
    this.#listening?.abort();
    this.#listening = null;
  }

  /** Brings the ARIA attributes in line with what is shown. */
  show(open: boolean, active: number): void {
    this.#list.hidden = !open;
    this.#input.setAttribute("aria-expanded", String(open));
    const options = this.#options();
    options.forEach((option, index) => option.setAttribute("aria-selected", String(index === active)));
    const marked = open ? options[active] : undefined;
    if (!marked) {
      this.#input.removeAttribute("aria-activedescendant");
      return;
    }
    if (this.#input.getAttribute("aria-activedescendant") === marked.id) return;
    this.#input.setAttribute("aria-activedescendant", marked.id);
    marked.scrollIntoView({ block: "nearest" });
  }

  #options(): HTMLElement[] {
    return [...this.#list.querySelectorAll<HTMLElement>("[role=option]")];
  }

  #focused(): number {
    const { activeElement } = this.#list.getRootNode() as Document | ShadowRoot;
    return this.#options().findIndex((option) => option === activeElement);
  }

  #onKey(event: KeyboardEvent, active: number): void {
    const command = commandFor(event, active, this.#list.hidden ? 0 : this.#options().length);
    if (!command || (command.do === "dismiss" && !this.#owner.onDismiss())) return;
    // With nothing to dismiss here, Escape belongs to what is around, such as a dialog.
    if (command.do === "dismiss") event.stopPropagation();
    // Enter in the box may also submit a form around it; that is the page's affair.
    if (command.do !== "submit") event.preventDefault();
    if (command.do !== "choose") this.#input.focus();
    if (command.do === "move") this.#owner.onMove(command.to);
    if (command.do === "choose") this.#owner.onChoose(command.index, event);
    if (command.do === "submit") this.#owner.onSubmit();
  }
}
