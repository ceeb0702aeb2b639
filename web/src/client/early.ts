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
  const arrived = await response;
  // A content encoding makes the length another thing than the bytes that arrive.
  const encoded = arrived?.headers.has("Content-Encoding") ?? true;
  const body = arrived && (streamsTransfer() ? arrived.body : await arrived.arrayBuffer().catch(() => null));
  const sent: EarlyBody["response"] = arrived && body && {
    contentType: arrived.headers.get("Content-Type") ?? "",
    length: encoded ? 0 : Number(arrived.headers.get("Content-Length")) || 0,
    body,
  };
  channel.post({ type: "early", file, response: sent }, body ? [body] : []);
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
