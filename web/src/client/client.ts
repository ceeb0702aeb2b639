import { abortError, asAlmanacError, isAbort } from "../error.ts";
import { fetchManifest, inlinedManifest } from "../manifest/manifest.ts";
import type { EngineResult } from "../wire/protocol.ts";
import { openChannel, type Mode } from "./channel.ts";
import { Connection, type ConnectionMeans, type Pending } from "./connection.ts";
import { fetchEarly } from "./early.ts";
import type { OnProgress } from "./session.ts";

/** How to open an archive. */
export interface OpenOptions {
  /** The directory that `almanac build` wrote, as a URL; that of this script if left out. */
  readonly base?: string | URL;
  /** False waits with loading until the first search; true, the default, loads at once. */
  readonly eager?: boolean;
  /** False runs the engine in the page; true, the default, in a worker where that works. */
  readonly worker?: boolean;
  /** Told while the engine loads. */
  readonly onProgress?: OnProgress;
}

/** How to search. */
export interface SearchOptions {
  /** At most so many articles; 10 if left out. */
  readonly limit?: number;
  /** Abandons the search, which then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** True while the last word may be unfinished: words that begin with it match as well. */
  readonly typing?: boolean;
  /** True leaves the handle's earlier searches running, which otherwise give way to this one. */
  readonly concurrent?: boolean;
}

/** What a search found. */
export interface SearchResult extends EngineResult {
  /** Milliseconds from the call to the answer, loading included. */
  readonly tookMs: number;
}

/** What is known of an open archive. */
export interface ArchiveInfo {
  readonly base: string;
  /** Hash of the build. */
  readonly build: string;
  readonly articles: number;
  readonly passages: number;
  /** Where the engine runs. */
  readonly mode: Mode;
}

/** The articles a search returns if it does not say how many. */
export const defaultLimit = 10;

/** Connections in use, by what they were opened with, and by how many. */
const connections = new Map<string, { connection: Connection; users: number }>();

let queries = 0;

/**
 * A handle on an archive. Its searches follow each other: a newer one abandons
 * the one before, whose promise rejects with an AbortError. Several handles on
 * one archive share its engine.
 */
export class Almanac {
  readonly #connection: Connection;
  readonly #release: () => void;
  #latest: ((why: string) => void) | null = null;

  /** Use {@link openAlmanac}. */
  constructor(connection: Connection, release: () => void) {
    this.#connection = connection;
    this.#release = release;
  }

  /** What is known of the archive; null until it has been loaded. */
  get info(): ArchiveInfo | null {
    const { session, base } = this.#connection;
    return session && { base, build: session.manifest.build, ...session.holdings, mode: session.mode };
  }

  /** Absolute URL of the script that draws series; null until the archive has been loaded, or if it has none. */
  get chartURL(): string | null {
    const { session, base } = this.#connection;
    return session?.manifest.chart ? new URL(session.manifest.chart, base).href : null;
  }

  /**
   * Searches. Rejects with an AlmanacError, after which a later search tries
   * again, or with an AbortError if it was abandoned.
   */
  async search(text: string, options: SearchOptions = {}): Promise<SearchResult> {
    const { signal, limit = defaultLimit, typing = false } = options;
    signal?.throwIfAborted();
    const begun = performance.now();
    const pending: Pending = {
      number: ++queries,
      text: String(text),
      limit: wholeLimit(limit),
      typing,
      dropped: false,
    };
    // The new query is on its way before the old one goes: chunks that both want stay in flight.
    const answer = this.#connection.search(pending);
    answer.catch(() => undefined);
    const abandoned = this.#abandonment(pending, options);
    const result = await Promise.race([answer, abandoned.promise])
      .catch((thrown: unknown) => {
        throw isAbort(thrown) || thrown === signal?.reason ? thrown : asAlmanacError(thrown);
      })
      .finally(abandoned.done);
    return { ...result, tookMs: performance.now() - begun };
  }

  /** Ends the handle; the engine ends with its last handle. Searches under way reject with an AbortError. */
  close(): void {
    this.#latest?.("The archive was closed.");
    this.#release();
  }

  #abandonment(pending: Pending, { signal, concurrent }: SearchOptions): { promise: Promise<never>; done: () => void } {
    let abandon!: (reason: unknown) => void;
    const promise = new Promise<never>((_, reject) => {
      abandon = (reason) => {
        this.#connection.drop(pending);
        reject(reason);
      };
    });
    promise.catch(() => undefined);
    const onAbort = () => abandon(signal?.reason);
    const giveWay = (why: string) => abandon(abortError(why));
    signal?.addEventListener("abort", onAbort, { once: true });
    if (!concurrent) {
      this.#latest?.("A newer search took this one's place.");
      this.#latest = giveWay;
    }
    const done = () => {
      signal?.removeEventListener("abort", onAbort);
      if (this.#latest === giveWay) this.#latest = null;
    };
    return { promise, done };
  }
}

/** Opens an archive; resolves once it can be searched, or at once if not eager. */
export async function openAlmanac(options: OpenOptions = {}): Promise<Almanac> {
  const { eager = true, worker = true, onProgress } = options;
  const base = absoluteBase(options.base);
  const { connection, release } = share(base, worker);
  const stopProgress = onProgress && connection.onProgress(onProgress);
  const almanac = new Almanac(connection, () => {
    stopProgress?.();
    release();
  });
  try {
    if (eager) await connection.open();
    return almanac;
  } catch (thrown) {
    almanac.close();
    throw asAlmanacError(thrown);
  }
}

/** Returns the directory of an archive with a slash at its end; of this script if none is named. */
export function absoluteBase(base?: string | URL): string {
  if (base === undefined || base === "") return scriptBase();
  const url = new URL(base, typeof document === "object" ? document.baseURI : import.meta.url);
  url.search = url.hash = "";
  // "archive" and "archive/" mean the same directory, whatever a URL says.
  if (!url.pathname.endsWith("/")) url.pathname += "/";
  return url.href;
}

function scriptBase(): string {
  return new URL("./", import.meta.url).href;
}

/** The largest limit the engine reads. */
const mostArticles = 2 ** 31 - 1;

function wholeLimit(limit: number): number {
  if (!Number.isFinite(limit) || limit < 1) throw new RangeError(`limit must be at least 1, not ${limit}`);
  return Math.min(Math.floor(limit), mostArticles);
}

const means: ConnectionMeans = {
  openChannel,
  fetchEarly,
  firstManifest: async (base) => (base === scriptBase() ? inlinedManifest() : null) ?? fetchManifest(base, false),
  freshManifest: (base) => fetchManifest(base, true),
};

function share(base: string, worker: boolean): { connection: Connection; release: () => void } {
  const key = `${worker} ${base}`;
  const shared = connections.get(key) ?? { connection: new Connection(base, worker, means), users: 0 };
  connections.set(key, shared);
  shared.users++;
  let released = false;
  const release = () => {
    if (released) return;
    released = true;
    shared.users--;
    // A moved element lets go and takes hold again within one task: let that be seen first.
    queueMicrotask(() => {
      if (shared.users > 0 || connections.get(key) !== shared) return;
      connections.delete(key);
      shared.connection.close();
    });
  };
  return { connection: shared.connection, release };
}
