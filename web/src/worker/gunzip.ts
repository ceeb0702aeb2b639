import { AlmanacError, reasonOf } from "../error.ts";

/** Tells whether bytes begin like a gzip member (RFC 1952, 2.3.1). */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** Throws code `unsupported` in browsers that cannot decompress. */
export function requireDecompression(): void {
  if (typeof DecompressionStream === "function") return;
  const remedy = "Use a browser of 2023 or later (Chrome 80, Firefox 113, Safari 16.4).";
  throw new AlmanacError("unsupported", `This browser cannot decompress the archive (DecompressionStream). ${remedy}`);
}

/**
 * Decompresses one gzip member. Damage gives code `damaged` with the file's
 * name: the stream checks the member's CRC-32 and length.
 */
export async function gunzip(bytes: Uint8Array, file: string): Promise<Uint8Array> {
  requireDecompression();
  try {
    // The copy gives the stream a buffer of its own: subarrays may share theirs.
    const stream = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch (thrown) {
    throw new AlmanacError("damaged", `${file} is damaged (${reasonOf(thrown)}). ${damageRemedy}`, file);
  }
}

/** What a reader and the site's owner can do about a damaged file. */
export const damageRemedy = 'Reload the page; if it stays, upload the directory written by "almanac build" again.';
