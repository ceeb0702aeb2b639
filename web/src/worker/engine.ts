import { AlmanacError } from "../error.ts";
import { encodeDrop, encodeOpen, encodeSearch, encodeStep, encodeSupply } from "../wire/codec.ts";
import type { Done, EngineError, Opened, Step } from "../wire/protocol.ts";

/** The engine's one function: request bytes in, JSON bytes out. */
export type EngineCall = (request: Uint8Array) => Uint8Array;

/** What wasm_exec.js defines. */
interface GoRuntime {
  readonly importObject: WebAssembly.Imports;
  /** Runs the program; resolves when it has ended. */
  run(instance: WebAssembly.Instance): Promise<void>;
}

declare global {
  var Go: (new () => GoRuntime) | undefined;
  var almanacEngine: { call: EngineCall } | undefined;
}

/** A Go program that has not started yet. */
export function newGoRuntime(): GoRuntime {
  if (!globalThis.Go) throw new Error("wasm_exec.js is not in the bundle");
  return new globalThis.Go();
}

/**
 * Starts the engine's program and returns its call function. `onExit` is told
 * if the program ends later, which it only does by a crash.
 */
export async function runEngine(
  go: GoRuntime,
  instance: WebAssembly.Instance,
  onExit: () => void,
): Promise<EngineCall> {
  let ended = false;
  const end = () => void (ended = true);
  const exit = go.run(instance).then(end, end);
  // The program runs until it first blocks, so it is nearly always there by now.
  while (!globalThis.almanacEngine) {
    if (ended) throw new AlmanacError("engine", "The search engine ended while starting. Reload the page.");
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  const { call } = globalThis.almanacEngine;
  // Another engine may start in the same page; each is reached by its own reference only.
  globalThis.almanacEngine = undefined;
  void exit.then(onExit);
  return call;
}

/** The engine's operations, each one call. An engine's refusal is returned, not thrown. */
export class Engine {
  readonly #call: EngineCall;
  readonly #utf8 = new TextDecoder();

  constructor(call: EngineCall) {
    this.#call = call;
  }

  /** Opens the archive with this root, decompressed. */
  open(root: Uint8Array): Opened | EngineError {
    return this.#ask(encodeOpen(root));
  }

  /** Begins a query. */
  search(query: number, text: string, limit: number, typing: boolean): Step {
    return this.#ask(encodeSearch(query, limit, typing, text));
  }

  /** Hands over a chunk, decompressed. */
  supply(chunk: number, payload: Uint8Array): Done | EngineError {
    return this.#ask(encodeSupply(chunk, payload));
  }

  /** Goes on with a query. */
  step(query: number): Step {
    return this.#ask(encodeStep(query));
  }

  /** Abandons a query. */
  drop(query: number): void {
    this.#call(encodeDrop(query));
  }

  #ask<T>(request: Uint8Array): T {
    return JSON.parse(this.#utf8.decode(this.#call(request))) as T;
  }
}
