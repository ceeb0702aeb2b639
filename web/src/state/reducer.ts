import type { Fault } from "../error.ts";
import type { EngineResult } from "../wire/protocol.ts";

/** What a search box knows. Changed by {@link reduce} only. */
export interface SearchState {
  /** The text in the box. */
  readonly query: string;
  /** How many articles to ask for. */
  readonly limit: number;
  readonly engine: "unloaded" | "loading" | "ready";
  /** Bytes of the engine while it loads; total is 0 if unknown. */
  readonly progress: { readonly loadedBytes: number; readonly totalBytes: number } | null;
  /** The latest answer, which may still be that of an earlier text. */
  readonly answer: { readonly query: string; readonly limit: number; readonly result: EngineResult } | null;
  /** Why there is no answer for the text in the box. */
  readonly fault: Fault | null;
  /** Index of the result the keyboard is at; -1 while it is in the box. */
  readonly active: number;
  /** Ids of the articles shown with all their passages. */
  readonly expanded: ReadonlySet<string>;
  /** All statistics are shown, not the first few only. */
  readonly wide: boolean;
}

/** What happens to a search box. */
export type SearchAction =
  | { readonly type: "typed"; readonly query: string }
  | { readonly type: "loading" }
  | { readonly type: "progressed"; readonly loadedBytes: number; readonly totalBytes: number }
  | { readonly type: "loaded" }
  | { readonly type: "unloaded" }
  | { readonly type: "answered"; readonly query: string; readonly limit: number; readonly result: EngineResult }
  | { readonly type: "failed"; readonly query: string; readonly fault: Fault }
  /** The keyboard goes to a result, or with -1 back to the box. */
  | { readonly type: "moved"; readonly active: number }
  | { readonly type: "toggled"; readonly id: string }
  /** All statistics, or the first few again. */
  | { readonly type: "widened" }
  | { readonly type: "limited"; readonly limit: number }
  | { readonly type: "retried" };

/** What there is to see. */
export type View = "idle" | "loading" | "results" | "partial" | "empty" | "error";

/** Returns the state of a box nobody has touched. */
export function initialState(limit: number): SearchState {
  return {
    query: "",
    limit,
    engine: "unloaded",
    progress: null,
    answer: null,
    fault: null,
    active: -1,
    expanded: new Set(),
    wide: false,
  };
}

/** Returns the state after an action; the same object if nothing changes. */
export function reduce(state: SearchState, action: SearchAction): SearchState {
  switch (action.type) {
    case "typed":
      return typed(state, action.query);
    case "loading":
      return state.engine === "loading" ? state : { ...state, engine: "loading", progress: null };
    case "progressed": {
      const { loadedBytes, totalBytes } = action;
      return state.engine === "loading" ? { ...state, progress: { loadedBytes, totalBytes } } : state;
    }
    case "loaded":
      return { ...state, engine: "ready", progress: null };
    case "unloaded":
      return { ...state, engine: "unloaded", progress: null };
    case "answered":
      return answered(state, action);
    case "failed":
      return action.query === state.query ? { ...state, fault: action.fault, active: -1 } : state;
    case "moved":
      return moved(state, action.active);
    case "toggled":
      return { ...state, expanded: toggled(state.expanded, action.id) };
    case "widened":
      return { ...state, wide: !state.wide };
    case "limited":
      return { ...state, limit: action.limit };
    case "retried":
      return state.fault ? { ...state, fault: null } : state;
  }
}

function typed(state: SearchState, query: string): SearchState {
  if (query === state.query) return state;
  // The answer stays: the results of "cyber" are a better thing to look at than
  // nothing until those of "cyberc" are there. An emptied box shows none.
  const answer = isBlank(query) ? null : state.answer;
  return { ...state, query, answer, fault: null, active: -1 };
}

function answered(state: SearchState, action: Extract<SearchAction, { type: "answered" }>): SearchState {
  const { query, limit, result } = action;
  if (query !== state.query || limit !== state.limit) return state;
  const sameQuery = state.answer?.query === query;
  return {
    ...state,
    answer: { query, limit, result },
    fault: null,
    // More articles for the same words leave the reader where they are.
    active: sameQuery ? Math.min(state.active, result.articles.length - 1) : -1,
    expanded: sameQuery ? state.expanded : new Set(),
    wide: sameQuery && state.wide,
  };
}

function moved(state: SearchState, active: number): SearchState {
  const last = (state.answer?.result.articles.length ?? 0) - 1;
  const bounded = viewOf(state) === "results" ? Math.max(-1, Math.min(active, last)) : -1;
  return bounded === state.active ? state : { ...state, active: bounded };
}

function toggled(expanded: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const changed = new Set(expanded);
  if (!changed.delete(id)) changed.add(id);
  return changed;
}

function isBlank(text: string): boolean {
  return text.trim() === "";
}

/** Returns what to show. */
export function viewOf(state: SearchState): View {
  if (isBlank(state.query)) return "idle";
  if (state.fault) return "error";
  if (!state.answer) return "loading";
  const { articles, statistics, partial } = state.answer.result;
  if (articles.length > 0 || statistics.length > 0) return "results";
  return partial ? "partial" : "empty";
}

/** Tells whether the answer shown is not yet that of the text in the box. */
export function isStale(state: SearchState): boolean {
  const { answer, query, limit, fault } = state;
  return !isBlank(query) && !fault && (answer?.query !== query || answer.limit !== limit);
}

/** Returns the share of the engine that has loaded, from 0 to 1; null if unknown. */
export function progressOf(state: SearchState): number | null {
  if (!state.progress || state.progress.totalBytes <= 0) return null;
  return Math.min(1, state.progress.loadedBytes / state.progress.totalBytes);
}
