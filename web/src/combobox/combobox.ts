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
    this.#input.addEventListener("keydown", this.#onKey, { signal: this.#listening.signal });
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

  readonly #onKey = (event: KeyboardEvent): void => {
    const count = this.#list.hidden ? 0 : this.#options().length;
    const command = commandFor(event, this.#owner.active(), count);
    if (!command) return;
    switch (command.do) {
      case "move":
        event.preventDefault();
        this.#owner.onMove(command.to);
        return;
      case "choose":
        event.preventDefault();
        this.#owner.onChoose(command.index, event);
        return;
      case "submit":
        this.#owner.onSubmit();
        return;
      case "dismiss":
        // With nothing to dismiss here, the key belongs to what is around, such as a dialog.
        if (!this.#owner.onDismiss()) return;
        event.preventDefault();
        event.stopPropagation();
    }
  };
}
