/**
 * What can go wrong between a reader and the archive, as codes a program may
 * switch on:
 *
 * - `network`     a file could not be fetched; searching again tries again.
 * - `missing`     the server has no such file (404), nor has a newer deploy.
 * - `damaged`     a file's bytes are not what the build wrote.
 * - `manifest`    almanac.json is not a manifest this script reads.
 * - `version`     engine and pack are of different formats.
 * - `analysis`    engine and pack cut text into words differently.
 * - `unsupported` the browser lacks something the engine needs.
 * - `blocked`     the page's Content-Security-Policy forbids WebAssembly.
 * - `engine`      the engine stopped; searching again starts it anew.
 * - `closed`      the handle was closed before the answer came.
 */
export type ErrorCode =
  | "network"
  | "missing"
  | "damaged"
  | "manifest"
  | "version"
  | "analysis"
  | "unsupported"
  | "blocked"
  | "engine"
  | "closed";

/** An error as plain data: what crosses between worker and page. */
export interface Fault {
  /** An {@link ErrorCode}, or a code of a newer engine than this script. */
  readonly code: string;
  readonly message: string;
  /** The file at fault, relative to the archive's directory. */
  readonly file?: string;
}

/** Every failure of the client: its message says what to do next. */
export class AlmanacError extends Error {
  /** What went wrong, see {@link ErrorCode}. */
  readonly code: string;
  /** The file at fault, relative to the archive's directory. */
  readonly file?: string;

  constructor(code: string, message: string, file?: string) {
    super(message);
    this.name = "AlmanacError";
    this.code = code;
    if (file !== undefined) this.file = file;
  }

  /** Returns the error as plain data. */
  toFault(): Fault {
    const fault = { code: this.code, message: this.message };
    return this.file === undefined ? fault : { ...fault, file: this.file };
  }

  /** Rebuilds an error from plain data. */
  static fromFault(fault: Fault): AlmanacError {
    return new AlmanacError(fault.code, fault.message, fault.file);
  }
}

/** Returns what was thrown as an AlmanacError; what is not one becomes code `engine`. */
export function asAlmanacError(thrown: unknown): AlmanacError {
  if (thrown instanceof AlmanacError) return thrown;
  return new AlmanacError("engine", `The search engine failed (${reasonOf(thrown)}). Search again to restart it.`);
}

/** Returns the text of whatever was thrown, for the middle of a sentence. */
export function reasonOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** Returns the error with which an abandoned search is rejected, as fetch does it. */
export function abortError(message: string): DOMException {
  return new DOMException(message, "AbortError");
}

/** Tells whether something was thrown because its work was abandoned. */
export function isAbort(thrown: unknown): boolean {
  return thrown instanceof DOMException && thrown.name === "AbortError";
}
