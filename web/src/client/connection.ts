import { AlmanacError, abortError, asAlmanacError } from "../error.ts";
import type { Manifest } from "../manifest/manifest.ts";
import type { EngineResult } from "../wire/protocol.ts";
import { Session, type OnProgress, type Query, type SessionMeans } from "./session.ts";

/** Where manifests come from, and what sessions are made with. */
export interface ConnectionMeans extends SessionMeans {
  /** The manifest to begin with: the script's own, or fetched. */
  firstManifest(base: string): Promise<Manifest>;
  /** The manifest as the server has it now. */
  freshManifest(base: string): Promise<Manifest>;
}

/** A query and whether anybody still waits for it. */
export interface Pending extends Query {
  dropped: boolean;
}

/** Errors that a deploy explains: the files of this build have given way to another's. */
const staleCodes = new Set(["missing", "version", "analysis"]);

/**
 * The way to one archive, shared by all who search it. Opens a session when one
 * is needed, opens another after a crash, and starts over once if the archive
 * was deployed anew since its manifest was read.
 */
export class Connection {
  readonly base: string;
  readonly #allowWorker: boolean;
  readonly #means: ConnectionMeans;
  readonly #listeners = new Set<OnProgress>();
  #session: Session | null = null;
  #opening: Promise<Session> | null = null;
  #manifest: Manifest | null = null;
  #closed = false;

  constructor(base: string, allowWorker: boolean, means: ConnectionMeans) {
    this.base = base;
    this.#allowWorker = allowWorker;
    this.#means = means;
  }

  /** The running session, if there is one. */
  get session(): Session | null {
    return this.#session?.failure ? null : this.#session;
  }

  /** Tells a listener how the engine's loading goes; returns how to stop it. */
  onProgress(listener: OnProgress): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Returns the running session, opening one if need be. */
  async open(): Promise<Session> {
    if (this.#closed) throw closedError();
    if (this.session) return this.session;
    this.#opening ??= this.#start().finally(() => (this.#opening = null));
    return this.#opening;
  }

  /** Searches; rejects with an AlmanacError, or an AbortError if the query was dropped. */
  async search(pending: Pending): Promise<EngineResult> {
    // No await while a session runs: the order of calls is the order of the engine's queries.
    const session = this.session ?? (await this.open());
    try {
      return await this.#ask(session, pending);
    } catch (thrown) {
      if (pending.dropped || !(await this.#startOver(session, thrown))) throw thrown;
      return this.#ask(await this.open(), pending);
    }
  }

  /** Abandons a query. */
  drop(pending: Pending): void {
    pending.dropped = true;
    this.#session?.drop(pending.number);
  }

  /** Ends the session for good; what waits is rejected with code `closed`. */
  close(): void {
    this.#closed = true;
    this.#session?.end(closedError());
    this.#listeners.clear();
  }

  #ask(session: Session, pending: Pending): Promise<EngineResult> {
    return pending.dropped ? Promise.reject(abortError("The search was dropped.")) : session.search(pending);
  }

  async #start(): Promise<Session> {
    const manifest = (this.#manifest ??= await this.#means.firstManifest(this.base));
    try {
      return await this.#openSession(manifest);
    } catch (thrown) {
      if (!isStale(thrown) || !(await this.#isOutdated(manifest))) throw asAlmanacError(thrown);
      return this.#openSession(this.#manifest);
    }
  }

  async #openSession(manifest: Manifest): Promise<Session> {
    const onProgress: OnProgress = (loaded, total) => this.#listeners.forEach((listener) => listener(loaded, total));
    const { base } = this;
    const session = await Session.open({ base, manifest, allowWorker: this.#allowWorker, onProgress }, this.#means);
    if (this.#closed) {
      session.end(closedError());
      throw closedError();
    }
    this.#session = session;
    return session;
  }

  /** After a search failed: tells whether to search again, with a session of another build. */
  async #startOver(session: Session, thrown: unknown): Promise<boolean> {
    if (!isStale(thrown) || this.#closed || !(await this.#isOutdated(session.manifest))) return false;
    // Whatever else waits there is rejected with the same error, and starts over as well.
    session.end(asAlmanacError(thrown));
    return true;
  }

  /** Asks the server which build it has; tells whether it is another than this manifest's. */
  async #isOutdated(manifest: Manifest): Promise<boolean> {
    if (this.#manifest === manifest) {
      const fresh = await this.#means.freshManifest(this.base).catch((thrown: unknown) => {
        // A manifest of another format means that this script is outdated too, and says so.
        if (thrown instanceof AlmanacError && thrown.code === "manifest") throw thrown;
        return manifest;
      });
      // Of several that ask at a time, the first to hear decides.
      if (this.#manifest === manifest && fresh.build !== manifest.build) this.#manifest = fresh;
    }
    return this.#manifest !== manifest;
  }
}

function isStale(thrown: unknown): boolean {
  return thrown instanceof AlmanacError && staleCodes.has(thrown.code);
}

function closedError(): AlmanacError {
  return new AlmanacError("closed", "The archive was closed. Open it again with openAlmanac.");
}
