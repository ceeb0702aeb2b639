import { AlmanacError, isAbort, reasonOf } from "../error.ts";
import { damageRemedy } from "./gunzip.ts";

/** Fetches a file of the archive; a name is relative to the archive's directory. */
export type FetchFile = (file: string, init: RequestInit) => Promise<Response>;

/** How to fetch. */
export interface DownloadOptions {
  readonly signal?: AbortSignal;
  /** Past every cache: what a cache holds turned out to be damaged. */
  readonly reload?: boolean;
}

/** A part of a file. */
export interface Piece {
  readonly bytes: Uint8Array;
  /** Where the bytes begin in the file. */
  readonly offset: number;
}

/**
 * Fetches a whole file. What fails on the way (connection, server error) is
 * tried a second time; then the error is of code `network`. A file that is not
 * there is of code `missing` at once.
 */
export function downloadWhole(fetchFile: FetchFile, file: string, options: DownloadOptions): Promise<Uint8Array> {
  return twice(async () => bodyOf(await request(fetchFile, file, {}, options), file));
}

/**
 * Fetches the bytes from `start` to `end`, exclusive, of a file. A server that
 * knows no ranges sends the whole file, which is then returned.
 */
export function downloadRange(
  fetchFile: FetchFile,
  file: string,
  start: number,
  end: number,
  options: DownloadOptions,
): Promise<Piece> {
  return twice(async () => {
    const response = await request(fetchFile, file, { Range: `bytes=${start}-${end - 1}` }, options);
    const bytes = await bodyOf(response, file);
    if (response.status !== 206) return { bytes, offset: 0 };
    const stated = /^bytes (\d+)-/.exec(response.headers.get("Content-Range") ?? "")?.[1];
    if (bytes.length !== end - start || (stated !== undefined && Number(stated) !== start)) {
      const problem = `Asked for bytes ${start} to ${end} of ${file}, the server sent ${bytes.length} bytes from ${stated ?? start}`;
      throw new AlmanacError("damaged", `${problem}. ${damageRemedy}`, file);
    }
    return { bytes, offset: start };
  });
}

/** Fetches a file and returns its response once that is known to be good; does not try again. */
export async function request(
  fetchFile: FetchFile,
  file: string,
  headers: Record<string, string>,
  options: DownloadOptions,
): Promise<Response> {
  const init: RequestInit = { headers };
  if (options.signal) init.signal = options.signal;
  if (options.reload) init.cache = "reload";
  const response = await fetchFile(file, init).catch((thrown: unknown) => {
    throw isAbort(thrown) ? thrown : unreached(file, reasonOf(thrown));
  });
  const fault = refusal(response, file);
  if (!fault) return response;
  // Unread bodies hold on to a connection.
  response.body?.cancel().catch(() => undefined);
  throw fault;
}

function refusal(response: Response, file: string): AlmanacError | null {
  const { status } = response;
  // Hosts for single-page applications answer what they lack with their home page.
  const homePage = response.ok && /^text\/html\b/i.test(response.headers.get("Content-Type") ?? "");
  if (status === 404 || status === 410 || homePage) {
    const what = homePage ? "the server sent a page instead" : `HTTP ${status}`;
    const remedy = 'Reload the page; if it stays, upload the whole directory written by "almanac build".';
    return new AlmanacError("missing", `${file} is not on the server (${what}). ${remedy}`, file);
  }
  if (status === 416) return new AlmanacError("damaged", `${file} on the server is cut short. ${damageRemedy}`, file);
  return response.ok ? null : unreached(file, `HTTP ${status}`);
}

function unreached(file: string, reason: string): AlmanacError {
  const remedy = "Check the connection, then search again.";
  return new AlmanacError("network", `${file} could not be fetched (${reason}). ${remedy}`, file);
}

async function bodyOf(response: Response, file: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await response.arrayBuffer());
  } catch (thrown) {
    throw isAbort(thrown) ? thrown : unreached(file, reasonOf(thrown));
  }
}

async function twice<T>(attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt();
  } catch (thrown) {
    if (!(thrown instanceof AlmanacError) || thrown.code !== "network") throw thrown;
    return attempt();
  }
}
