import { AlmanacError, isAbort, reasonOf } from "../error.ts";
import { request, type FetchFile } from "./download.ts";
import { damageRemedy, isGzip } from "./gunzip.ts";

/** Told while the engine is being fetched; total is 0 if the server did not say. */
export type OnProgress = (loadedBytes: number, totalBytes: number) => void;

/** The engine's two files. */
export interface EngineFiles {
  readonly wasm: string;
  readonly gzip?: string;
}

/**
 * Fetches and instantiates the engine. First the gzipped file, decompressed here
 * and compiled while it arrives, which asks nothing of the server's settings:
 * the first bytes tell whether the server has decompressed it already, and the
 * MIME type is ours. Where that fails, the plain file, fetched whole.
 */
export async function instantiateEngine(
  fetchFile: FetchFile,
  files: EngineFiles,
  imports: WebAssembly.Imports,
  onProgress: OnProgress,
): Promise<WebAssembly.Instance> {
  requireWebAssembly();
  if (files.gzip && typeof DecompressionStream === "function" && "instantiateStreaming" in WebAssembly) {
    try {
      return await again("network", () => fromStream(fetchFile, files.gzip as string, imports, onProgress));
    } catch (thrown) {
      if (isAbort(thrown) || hasCode(thrown, "blocked", "network")) throw thrown;
    }
  }
  return again("network", () => fromBuffer(fetchFile, files.wasm, imports));
}

async function fromStream(
  fetchFile: FetchFile,
  file: string,
  imports: WebAssembly.Imports,
  onProgress: OnProgress,
): Promise<WebAssembly.Instance> {
  const response = await request(fetchFile, file, {}, {});
  const counted = counting(await peek(response, file), totalOf(response), onProgress);
  const stream = counted.gzip ? counted.stream.pipeThrough(new DecompressionStream("gzip")) : counted.stream;
  const wasm = new Response(stream, { headers: { "Content-Type": "application/wasm" } });
  try {
    return (await WebAssembly.instantiateStreaming(wasm, imports)).instance;
  } catch (thrown) {
    // A stream that broke off is reported by the compiler as a compiler's error.
    throw counted.broken() ? unread(file, counted.broken()) : uncompiled(file, thrown);
  }
}

async function fromBuffer(
  fetchFile: FetchFile,
  file: string,
  imports: WebAssembly.Imports,
): Promise<WebAssembly.Instance> {
  const response = await request(fetchFile, file, {}, {});
  const bytes = await response.arrayBuffer().catch((thrown: unknown) => {
    throw unread(file, thrown);
  });
  if (!isWasm(new Uint8Array(bytes))) throw foreign(file);
  try {
    return (await WebAssembly.instantiate(bytes, imports)).instance;
  } catch (thrown) {
    throw uncompiled(file, thrown);
  }
}

interface Peeked {
  readonly first: Uint8Array<ArrayBuffer>;
  readonly reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>;
  readonly gzip: boolean;
}

async function peek(response: Response, file: string): Promise<Peeked> {
  if (!response.body) throw foreign(file);
  const reader = response.body.getReader();
  const { value } = await reader.read().catch((thrown: unknown) => {
    throw unread(file, thrown);
  });
  if (value && (isGzip(value) || isWasm(value))) return { first: value, reader, gzip: isGzip(value) };
  reader.cancel().catch(() => undefined);
  throw foreign(file);
}

function counting(peeked: Peeked, totalBytes: number, onProgress: OnProgress) {
  let loadedBytes = 0;
  let failure: unknown;
  const pass = (
    controller: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>,
    bytes: Uint8Array<ArrayBuffer>,
  ) => {
    loadedBytes += bytes.length;
    onProgress(loadedBytes, totalBytes);
    controller.enqueue(bytes);
  };
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: (controller) => pass(controller, peeked.first),
    async pull(controller) {
      const { value, done } = await peeked.reader.read().catch((thrown: unknown) => {
        failure = thrown;
        throw thrown;
      });
      if (done) controller.close();
      else pass(controller, value);
    },
    cancel: (reason) => peeked.reader.cancel(reason),
  });
  return { stream, gzip: peeked.gzip, broken: () => failure };
}

function totalOf(response: Response): number {
  // With a content encoding the length counts encoded bytes, and what arrives here is decoded.
  if (response.headers.has("Content-Encoding")) return 0;
  return Number(response.headers.get("Content-Length")) || 0;
}

function isWasm(bytes: Uint8Array): boolean {
  return bytes[0] === 0 && bytes[1] === 0x61 && bytes[2] === 0x73 && bytes[3] === 0x6d;
}

function requireWebAssembly(): void {
  if (typeof WebAssembly === "object") return;
  const remedy = "Use another browser, or allow WebAssembly in this one's settings (some lockdown modes turn it off).";
  throw new AlmanacError("unsupported", `This browser does not run WebAssembly. ${remedy}`);
}

async function again<T>(code: string, attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt();
  } catch (thrown) {
    if (!hasCode(thrown, code)) throw thrown;
    return attempt();
  }
}

function hasCode(thrown: unknown, ...codes: string[]): boolean {
  return thrown instanceof AlmanacError && codes.includes(thrown.code);
}

function uncompiled(file: string, thrown: unknown): AlmanacError {
  const reason = reasonOf(thrown);
  if (/unsafe-eval|content.security.policy|\bCSP\b/i.test(reason)) {
    const remedy = "Add 'wasm-unsafe-eval' to script-src.";
    return new AlmanacError("blocked", `The Content-Security-Policy forbids WebAssembly (${reason}). ${remedy}`, file);
  }
  return new AlmanacError("damaged", `${file} cannot be compiled (${reason}). ${damageRemedy}`, file);
}

function unread(file: string, thrown: unknown): AlmanacError {
  const remedy = "Check the connection, then search again.";
  return new AlmanacError("network", `${file} broke off (${reasonOf(thrown)}). ${remedy}`, file);
}

function foreign(file: string): AlmanacError {
  return new AlmanacError("damaged", `${file} is not a WebAssembly file. ${damageRemedy}`, file);
}
