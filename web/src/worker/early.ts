import type { FetchFile } from "./download.ts";
import type { EarlyBody } from "./messages.ts";

/**
 * Files that the page began to fetch while the worker's script was on its way,
 * so that engine and root need not wait for it. The first fetch of such a file
 * takes the page's; later ones, and all if that failed, go to the server.
 */
export class EarlyFiles {
  /** Not yet received: who waits for the body. */
  readonly #expected = new Map<string, (body: EarlyBody) => void>();
  /** Not yet used. */
  readonly #responses = new Map<string, Promise<Response>>();

  /** Announces files whose bodies will be received. */
  expect(files: readonly string[]): void {
    for (const file of files) {
      const response = new Promise<EarlyBody>((resolve) => this.#expected.set(file, resolve)).then(revive);
      response.catch(() => undefined);
      this.#responses.set(file, response);
    }
  }

  /** Takes in a body the page sent. */
  receive(body: EarlyBody): void {
    this.#expected.get(body.file)?.(body);
    this.#expected.delete(body.file);
  }

  /** Returns a fetch that asks here first. */
  before(fetchFile: FetchFile): FetchFile {
    return (file, init) => {
      const response = this.#responses.get(file);
      this.#responses.delete(file);
      return response ?? fetchFile(file, init);
    };
  }
}

function revive({ response }: EarlyBody): Response {
  if (!response) throw new TypeError("the page could not fetch it");
  const headers = { "Content-Type": response.contentType, "Content-Length": String(response.length) };
  return new Response(response.body, { headers });
}
