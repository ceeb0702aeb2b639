import type { SearchResult } from "../client/client.ts";
import { type AlmanacError, asAlmanacError, isAbort } from "../error.ts";
import { initialState, isStale, reduce, type SearchAction, type SearchState } from "./reducer.ts";

/** The part of a client's handle that a search box uses. */
export interface Searcher {
  search(text: string, options: { limit: number; typing: boolean; signal: AbortSignal }): Promise<SearchResult>;
  close(): void;
}

/** What a controller works for. */
export interface ControllerOwner {
  /** Opens the archive; told how its loading goes. */
  open(onProgress: (loadedBytes: number, totalBytes: number) => void): Promise<Searcher>;
  onState(state: SearchState): void;
  /** An answer to what is in the box has come. */
  onAnswer(query: string, result: SearchResult): void;
  /** Loading or a search has failed. */
  onError(error: AlmanacError): void;
}

/**
 * Turns what a reader does into searches, and what comes of them into states.
 * Every keystroke searches at once; only the answer to the latest counts.
 */
export class SearchController {
  readonly #owner: ControllerOwner;
  /** Articles added by showMore. */
  #pageSize: number;
  #state: SearchState;
  #opening: Promise<Searcher> | null = null;
  #searching: AbortController | null = null;

  constructor(owner: ControllerOwner, pageSize: number) {
    this.#owner = owner;
    this.#pageSize = pageSize;
    this.#state = initialState(pageSize);
  }

  /** The state of the box. */
  get state(): SearchState {
    return this.#state;
  }

  /** Begins to load the engine; does nothing if it is loading or loaded. */
  load(): void {
    this.#open().catch(() => undefined);
  }

  /** Goes on after {@link release}: loads, and searches if an answer is due. */
  resume(): void {
    this.load();
    if (isStale(this.#state)) void this.#search();
  }

  /** Takes a new text. */
  type(query: string): void {
    if (query === this.#state.query) return;
    this.#dispatch({ type: "limited", limit: this.#pageSize });
    this.#dispatch({ type: "typed", query });
    void this.#search();
  }

  /** Sets how many articles to show at first, and at each showMore. */
  setPageSize(pageSize: number): void {
    if (pageSize === this.#pageSize) return;
    this.#pageSize = pageSize;
    this.#dispatch({ type: "limited", limit: pageSize });
    if (this.#state.query) void this.#search();
  }

  /** Asks for more articles of the same search. */
  showMore(): void {
    this.#dispatch({ type: "limited", limit: this.#state.limit + this.#pageSize });
    void this.#search();
  }

  /** Searches again after a failure. */
  retry(): void {
    this.#dispatch({ type: "retried" });
    void this.#search();
  }

  /** Moves the keyboard to a result, or with -1 back to the box. */
  move(active: number): void {
    this.#dispatch({ type: "moved", active });
  }

  /** Shows all passages of an article, or only the first again. */
  toggle(id: string): void {
    this.#dispatch({ type: "toggled", id });
  }

  /** Shows all statistics, or the first few again. */
  widen(): void {
    this.#dispatch({ type: "widened" });
  }

  /** Lets go of the archive; resume opens it again. */
  release(): void {
    this.#searching?.abort();
    this.#opening?.then(
      (searcher) => searcher.close(),
      () => undefined,
    );
    this.#opening = null;
    this.#dispatch({ type: "unloaded" });
  }

  #dispatch(action: SearchAction): void {
    const before = this.#state;
    this.#state = reduce(before, action);
    if (this.#state !== before) this.#owner.onState(this.#state);
  }

  #open(): Promise<Searcher> {
    if (this.#opening) return this.#opening;
    const opening = this.#owner.open((loadedBytes, totalBytes) =>
      this.#dispatch({ type: "progressed", loadedBytes, totalBytes }),
    );
    this.#opening = opening;
    this.#dispatch({ type: "loading" });
    opening.then(
      () => this.#opening === opening && this.#dispatch({ type: "loaded" }),
      (thrown: unknown) => this.#unopened(opening, thrown),
    );
    return opening;
  }

  #unopened(opening: Promise<Searcher>, thrown: unknown): void {
    // An archive that was let go of meanwhile is nobody's trouble any more.
    if (this.#opening !== opening) return;
    this.#opening = null;
    this.#dispatch({ type: "unloaded" });
    const error = asAlmanacError(thrown);
    this.#dispatch({ type: "failed", query: this.#state.query, fault: error.toFault() });
    this.#owner.onError(error);
  }

  async #search(): Promise<void> {
    const { query, limit } = this.#state;
    const earlier = this.#searching;
    const abort = (this.#searching = new AbortController());
    if (query.trim() === "") {
      earlier?.abort();
      return;
    }
    const searcher = await this.#open().catch(() => null);
    // Without an archive the failure has been told already; aborted, a newer search has begun.
    if (!searcher || abort.signal.aborted || this.#searching !== abort) return;
    try {
      // The handle itself abandons the search before, after this one has begun.
      const result = await searcher.search(query, { limit, typing: true, signal: abort.signal });
      if (this.#searching !== abort) return;
      this.#dispatch({ type: "answered", query, limit, result });
      this.#owner.onAnswer(query, result);
    } catch (thrown) {
      if (isAbort(thrown) || this.#searching !== abort) return;
      const error = asAlmanacError(thrown);
      this.#dispatch({ type: "failed", query, fault: error.toFault() });
      this.#owner.onError(error);
    }
  }
}
