import { Op, flagTyping } from "./protocol.ts";

// A request is an op byte, unsigned LEB128 numbers, and a last field that takes the rest.

const utf8 = new TextEncoder();

/** Returns LEB128, unsigned; the value must be a safe integer of at least 0. */
export function uvarint(value: number): Uint8Array {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(`not an unsigned integer: ${value}`);
  }
  const bytes: number[] = [];
  // Division, not shifts: shifts cut a number to 32 bits.
  while (value >= 0x80) {
    bytes.push((value % 0x80) | 0x80);
    value = Math.floor(value / 0x80);
  }
  bytes.push(value);
  return Uint8Array.from(bytes);
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((total, part) => total + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** Encodes: open the archive with this root, decompressed. */
export function encodeOpen(root: Uint8Array): Uint8Array {
  return join([Uint8Array.of(Op.open), root]);
}

/** Encodes: begin query number `query`, for at most `limit` articles. */
export function encodeSearch(query: number, limit: number, typing: boolean, text: string): Uint8Array {
  const flags = typing ? flagTyping : 0;
  return join([Uint8Array.of(Op.search), uvarint(query), uvarint(limit), uvarint(flags), utf8.encode(text)]);
}

/** Encodes: here is a chunk, decompressed. */
export function encodeSupply(chunk: number, payload: Uint8Array): Uint8Array {
  return join([Uint8Array.of(Op.supply), uvarint(chunk), payload]);
}

/** Encodes: go on with a query whose chunks are there. */
export function encodeStep(query: number): Uint8Array {
  return join([Uint8Array.of(Op.step), uvarint(query)]);
}

/** Encodes: nobody waits for this query any more. */
export function encodeDrop(query: number): Uint8Array {
  return join([Uint8Array.of(Op.drop), uvarint(query)]);
}
