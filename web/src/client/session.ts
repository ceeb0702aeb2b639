import { AlmanacError } from "../error.ts";
import type { Manifest } from "../manifest/manifest.ts";
import type { EngineResult } from "../wire/protocol.ts";
import type { Holdings, Report } from "../worker/messages.ts";
import type { Channel, Mode, OpenChannel } from "./channel.ts";
import { sendEarly, type EarlyFetch } from "./early.ts";

/** Told while the engine loads; total is 0 if unknown. */
export type OnProgress = (loadedBytes: number, totalBytes: number) => void;

/** A search as it goes to the engine. */
export interface Query {
  /** Unique among the queries of all sessions of a connection. */
  readonly number: number;
  readonly text: string;
  readonly limit: number;
  readonly typing: boolean;
}

interface Waiting {
  resolve(result: EngineResult): void;
  reject(error: AlmanacError): void;
}

/** Where a session gets its channel and its early files; tests give their own. */
export interface SessionMeans {
  readonly openChannel: OpenChannel;
  readonly fetchEarly: (base: string, manifest: Manifest) => EarlyFetch[];
}

/** What a session is opened with. */
export interface SessionOptions {
  readonly base: string;
  readonly manifest: Manifest;
  readonly allowWorker: boolean;
  readonly onProgress: OnProgress;
}

/** One running engine over one build of an archive. Ends with its first failure. */
export class Session {
  readonly manifest: Manifest;
  readonly mode: Mode;
  readonly #channel: Channel;
  readonly #waiting = new Map<number, Waiting>();
  #holdings: Holdings = { articles: 0, passages: 0 };
  #failure: AlmanacError | null = null;

  private constructor(channel: Channel, manifest: Manifest) {
    this.#channel = channel;
    this.manifest = manifest;
    this.mode = channel.mode;
  }

  /** Starts the script, loads engine and root; rejects with an AlmanacError. */
  static async open(options: SessionOptions, means: SessionMeans): Promise<Session> {
    const { base, manifest } = options;
    const early = means.fetchEarly(base, manifest);
    const channel = await means.openChannel(base, manifest.worker, options.allowWorker);
    const session = new Session(channel, manifest);
    const opened = session.#listen(options.onProgress);
    channel.post({ type: "open", base, manifest, early: early.map(({ file }) => file) });
    for (const file of early) void sendEarly(channel, file);
    await opened;
    return session;
  }

  /** Articles and passages of the archive. */
  get holdings(): Holdings {
    return this.#holdings;
  }

  /** Why the session ended, or null while it runs. */
  get failure(): AlmanacError | null {
    return this.#failure;
  }

  /** Searches; never resolves if the query is dropped. */
  search(query: Query): Promise<EngineResult> {
    if (this.#failure) return Promise.reject(this.#failure);
    const { number, text, limit, typing } = query;
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject });
      this.#channel.post({ type: "search", query: number, text, limit, typing });
    });
  }

  /** Abandons a query. */
  drop(number: number): void {
    if (this.#waiting.delete(number)) this.#channel.post({ type: "drop", query: number });
  }

  /** Ends the session; what waits is rejected with this error. */
  end(error: AlmanacError): void {
    if (this.#failure) return;
    this.#failure = error;
    this.#channel.close();
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }

  #listen(onProgress: OnProgress): Promise<void> {
    return new Promise((resolve, reject) => {
      const fail = (error: AlmanacError) => {
        this.end(error);
        reject(error);
      };
      this.#channel.listen((report) => this.#receive(report, onProgress, resolve, fail), fail);
    });
  }

  #receive(report: Report, onProgress: OnProgress, opened: () => void, fail: (error: AlmanacError) => void): void {
    switch (report.type) {
      case "progress":
        onProgress(report.loadedBytes, report.totalBytes);
        return;
      case "opened":
        this.#holdings = report.holdings;
        opened();
        return;
      case "failed":
        fail(AlmanacError.fromFault(report.fault));
        return;
      case "found":
        this.#take(report.query)?.resolve(report.result);
        return;
      case "refused":
        this.#take(report.query)?.reject(AlmanacError.fromFault(report.fault));
    }
  }

  #take(query: number): Waiting | undefined {
    const waiting = this.#waiting.get(query);
    this.#waiting.delete(query);
    return waiting;
  }
}
