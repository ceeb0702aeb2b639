import type { FetchFile } from "./download.ts";
import type { EarlyBody } from "./messages.ts";

/**
 * Files that the page began to fetch while the worker's script was on its way,
 * so that engine and root need not wait for it. The first fetch of such a file
 * takes the page's; later ones, and all if that failed, go to the server.
 */
export class EarlyFiles {
  readonly #expected = new Map<string, { promise: Promise<Response>; settle: (body: EarlyBody) => void }>();

  /** Announces files whose bodies will be received. */
  expect(files: readonly string[]): void {
    for (const file of files) {
      let settle!: (body: EarlyBody) => void;
      const promise = new Promise<Response>((resolve, reject) => {
        settle = ({ response }) => {
          if (response) resolve(revive(response));
          else reject(new TypeError("the page could not fetch it"));
        };
      });
      promise.catch(() => undefined);
      this.#expected.set(file, { promise, settle });
    }
  }

  /** Takes in a body the page sent. */
  receive(body: EarlyBody): void {
    this.#expected.get(body.file)?.settle(body);
  }

  /** Returns a fetch that asks here first. */
  before(fetchFile: FetchFile): FetchFile {
    return (file, init) => {
      const early = this.#expected.get(file);
      if (!early) return fetchFile(file, init);
      this.#expected.delete(file);
      return early.promise;
    };
  }
}

function revive(sent: NonNullable<EarlyBody["response"]>): Response {
  const headers = { "Content-Type": sent.contentType, "Content-Length": String(sent.length) };
  return new Response(sent.body, { headers });
}
