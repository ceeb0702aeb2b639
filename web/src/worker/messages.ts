import type { Fault } from "../error.ts";
import type { Manifest } from "../manifest/manifest.ts";
import type { EngineResult } from "../wire/protocol.ts";

/** The start of a file that the page began to fetch while the worker was starting. */
export interface EarlyBody {
  readonly type: "early";
  readonly file: string;
  /** Null if the fetch failed or was refused; the worker then fetches by itself. */
  readonly response: {
    readonly contentType: string;
    /** Bytes of the body if the server said, else 0. */
    readonly length: number;
    readonly body: ReadableStream<Uint8Array> | ArrayBuffer;
  } | null;
}

/** Page to worker. */
export type Command =
  | {
      readonly type: "open";
      /** Absolute URL of the archive's directory, with a slash at the end. */
      readonly base: string;
      readonly manifest: Manifest;
      /** Files that an EarlyBody will follow for. */
      readonly early: readonly string[];
    }
  | EarlyBody
  | {
      readonly type: "search";
      readonly query: number;
      readonly text: string;
      readonly limit: number;
      readonly typing: boolean;
    }
  | { readonly type: "drop"; readonly query: number };

/** What an opened archive holds. */
export interface Holdings {
  readonly articles: number;
  readonly passages: number;
}

/** Worker to page. */
export type Report =
  /** The script runs and listens. */
  | { readonly type: "ready" }
  /** So much of the engine is here; total is 0 if unknown. */
  | { readonly type: "progress"; readonly loadedBytes: number; readonly totalBytes: number }
  | { readonly type: "opened"; readonly holdings: Holdings }
  /** The worker is of no more use. */
  | { readonly type: "failed"; readonly fault: Fault }
  | { readonly type: "found"; readonly query: number; readonly result: EngineResult }
  | { readonly type: "refused"; readonly query: number; readonly fault: Fault };
