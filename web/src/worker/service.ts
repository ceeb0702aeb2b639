import { AlmanacError, asAlmanacError, isAbort } from "../error.ts";
import type { ChunkNeed, EngineError, EngineResult, Step } from "../wire/protocol.ts";
import { ChunkFetcher, packPath } from "./chunks.ts";
import { downloadWhole, type FetchFile } from "./download.ts";
import { EarlyFiles } from "./early.ts";
import { Engine, type EngineCall } from "./engine.ts";
import { gunzip, isGzip } from "./gunzip.ts";
import type { EngineFiles, OnProgress } from "./instantiate.ts";
import type { Command, Report } from "./messages.ts";

/** What the service needs of the world around it. */
export interface Surroundings {
  /** Fetches by absolute URL. */
  fetch(url: string, init: RequestInit): Promise<Response>;
  /** Loads and starts the engine. */
  startEngine(
    fetchFile: FetchFile,
    files: EngineFiles,
    onProgress: OnProgress,
    onExit: () => void,
  ): Promise<EngineCall>;
  /** Runs a task after the messages that have already arrived. */
  later(task: () => void): void;
  /** Sends to the page. */
  report(report: Report): void;
}

/** More rounds of missing chunks than any query has; a guard against a query that never ends. */
export const maxRounds = 100;

type SearchCommand = Extract<Command, { type: "search" }>;
type OpenCommand = Extract<Command, { type: "open" }>;

interface OpenArchive {
  readonly engine: Engine;
  readonly chunks: ChunkFetcher;
}

/**
 * Answers the page's commands with one engine over one archive: opens it, runs
 * queries, brings them the chunks they lack. The same in a worker and in a page.
 */
export class SearchService {
  readonly #around: Surroundings;
  readonly #early = new EarlyFiles();
  #archive: OpenArchive | null = null;
  /** Queries not yet answered. */
  readonly #running = new Set<number>();

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** Carries out a command; its answer comes as a report. */
  handle(command: Command): void {
    switch (command.type) {
      case "open":
        void this.#open(command);
        return;
      case "early":
        this.#early.receive(command);
        return;
      case "search":
        this.#running.add(command.query);
        // Keystrokes pile up behind a long query: what was dropped meanwhile never runs.
        this.#around.later(() => void this.#search(command));
        return;
      case "drop":
        this.#drop(command.query);
    }
  }

  async #open(command: OpenCommand): Promise<void> {
    try {
      this.#early.expect(command.early);
      const { manifest, base } = command;
      const fetchFile: FetchFile = (file, init) => this.#around.fetch(new URL(file, base).href, init);
      const [call, root] = await Promise.all([
        this.#start(this.#early.before(fetchFile), manifest.engine),
        loadRoot(this.#early.before(fetchFile), manifest.root),
      ]);
      const engine = new Engine(call);
      const opened = engine.open(root);
      if ("error" in opened) throw engineError(opened, manifest.root);
      this.#archive = { engine, chunks: new ChunkFetcher(fetchFile, supplier(engine)) };
      this.#around.report({ type: "opened", holdings: { articles: opened.articles, passages: opened.passages } });
    } catch (thrown) {
      this.#fail(thrown);
    }
  }

  #start(fetchFile: FetchFile, files: EngineFiles): Promise<EngineCall> {
    const onProgress: OnProgress = (loadedBytes, totalBytes) =>
      this.#around.report({ type: "progress", loadedBytes, totalBytes });
    const onExit = () =>
      this.#fail(new AlmanacError("engine", "The search engine stopped. Search again to restart it."));
    return this.#around.startEngine(fetchFile, files, onProgress, onExit);
  }

  async #search(command: SearchCommand): Promise<void> {
    const { query } = command;
    if (!this.#running.has(query)) return;
    try {
      if (!this.#archive) throw new AlmanacError("engine", "Searched before the archive was open. Search again.");
      const result = await this.#run(this.#archive, command);
      if (this.#running.delete(query)) this.#around.report({ type: "found", query, result });
    } catch (thrown) {
      if (isAbort(thrown)) return;
      const fault = asAlmanacError(thrown).toFault();
      if (!this.#running.has(query)) return;
      this.#drop(query);
      this.#around.report({ type: "refused", query, fault });
    }
  }

  async #run({ engine, chunks }: OpenArchive, command: SearchCommand): Promise<EngineResult> {
    const { query, text, limit, typing } = command;
    let step = this.#guard(() => engine.search(query, text, limit, typing));
    for (let round = 0; "need" in step; round++) {
      if (round === maxRounds) throw new AlmanacError("engine", "The search does not come to an end. Reload the page.");
      await chunks.bring(query, step.need);
      if (!this.#running.has(query)) throw new DOMException("dropped", "AbortError");
      step = this.#guard(() => engine.step(query));
    }
    if ("error" in step) throw engineError(step);
    return step.result;
  }

  /** A call that throws means that the engine is gone, not that it refuses. */
  #guard(call: () => Step): Step {
    try {
      return call();
    } catch (thrown) {
      this.#fail(thrown);
      throw thrown;
    }
  }

  #drop(query: number): void {
    if (!this.#running.delete(query) || !this.#archive) return;
    try {
      this.#archive.engine.drop(query);
    } catch (thrown) {
      this.#fail(thrown);
    }
    this.#archive?.chunks.abandon(query);
  }

  #fail(thrown: unknown): void {
    this.#archive = null;
    this.#around.report({ type: "failed", fault: asAlmanacError(thrown).toFault() });
  }
}

async function loadRoot(fetchFile: FetchFile, file: string): Promise<Uint8Array> {
  const bytes = await downloadWhole(fetchFile, file, {});
  // A server may have decompressed it already; the engine checks what is in it.
  return isGzip(bytes) ? gunzip(bytes, file) : bytes;
}

function supplier(engine: Engine) {
  return (need: ChunkNeed, payload: Uint8Array) => {
    const answer = engine.supply(need.chunk, payload);
    if ("error" in answer) throw engineError(answer, packPath(need.file));
  };
}

function engineError({ error }: EngineError, file?: string): AlmanacError {
  return new AlmanacError(error.code, error.message, file);
}
