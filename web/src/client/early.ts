import type { Manifest } from "../manifest/manifest.ts";
import type { EarlyBody } from "../worker/messages.ts";
import type { Channel } from "./channel.ts";

/** A file that the page has begun to fetch for the worker. */
export interface EarlyFetch {
  readonly file: string;
  readonly response: Promise<Response | null>;
}

/**
 * Begins to fetch engine and root, which the worker's script would ask for only
 * once it is there itself: a round trip saved.
 */
export function fetchEarly(base: string, manifest: Manifest): EarlyFetch[] {
  const engine = typeof DecompressionStream === "function" ? manifest.engine.gzip : "";
  const files = [engine, manifest.root].filter((file): file is string => Boolean(file));
  return files.map((file) => ({
    file,
    response: fetch(new URL(file, base).href).then(
      (response) => (response.ok ? response : null),
      () => null,
    ),
  }));
}

/** Sends a file to the worker as it comes, or as a whole in browsers that cannot hand over streams. */
export async function sendEarly(channel: Channel, { file, response }: EarlyFetch): Promise<void> {
  try {
    const sent = await sendable(await response);
    channel.post({ type: "early", file, response: sent }, sent ? [sent.body] : []);
  } catch {
    // The worker waits for a word about this file; told that there is none, it fetches by itself.
    channel.post({ type: "early", file, response: null });
  }
}

async function sendable(response: Response | null): Promise<EarlyBody["response"]> {
  const body = response && (streamsTransfer() ? response.body : await response.arrayBuffer());
  if (!body) return null;
  const { headers } = response;
  // A content encoding makes the length another thing than the bytes that arrive.
  const length = headers.has("Content-Encoding") ? 0 : Number(headers.get("Content-Length")) || 0;
  return { contentType: headers.get("Content-Type") ?? "", length, body };
}

let transferable: boolean | undefined;

function streamsTransfer(): boolean {
  if (transferable !== undefined) return transferable;
  const { port1, port2 } = new MessageChannel();
  try {
    const stream = new ReadableStream();
    port1.postMessage(stream, [stream as unknown as Transferable]);
    transferable = true;
  } catch {
    transferable = false;
  }
  port1.close();
  port2.close();
  return transferable;
}
