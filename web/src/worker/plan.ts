import type { ChunkNeed } from "../wire/protocol.ts";

/** One HTTP request for a pack file or a part of it. */
export interface PackRequest {
  /** The file's name inside pack/. */
  readonly file: string;
  /** First byte wanted. */
  readonly start: number;
  /** End of the bytes wanted, exclusive. */
  readonly end: number;
  /** Size of the whole file in bytes. */
  readonly size: number;
  /** The chunks this request brings. */
  readonly needs: readonly ChunkNeed[];
}

/** Files up to this many bytes are fetched whole: a second request would cost more than it saves. */
export const wholeFileBytes = 24 * 1024;

/**
 * A file is fetched whole once what was spent on its parts, and would now be,
 * reaches this share of it. However often parts of a file are wanted, it costs
 * at most half as much again as if it had been fetched whole at first.
 */
export const wholeFileShare = 0.5;

/** What a request costs besides the bytes it asks for: headers, and a place in the queue. */
export const requestBytes = 2 * 1024;

/** Unwanted bytes between two wanted chunks that cost less than another request's headers. */
export const gapBytes = 1024;

/** Tells whether a request is for the whole file. */
export function isWhole(request: PackRequest): boolean {
  return request.start === 0 && request.end === request.size;
}

/** Returns what a request costs, in bytes. */
export function costOf(request: PackRequest): number {
  return request.end - request.start + requestBytes;
}

/**
 * Plans which requests bring the chunks: small files and those of which most has
 * come to be wanted are fetched whole, of the others one range for each run of
 * adjacent chunks. `spent` tells the cost of earlier requests for parts of a
 * file. Time O(n log n) in the number of chunks.
 */
export function planRequests(needs: readonly ChunkNeed[], spent: (file: string) => number): PackRequest[] {
  const byFile = new Map<string, ChunkNeed[]>();
  for (const need of needs) {
    const ofFile = byFile.get(need.file);
    if (ofFile) ofFile.push(need);
    else byFile.set(need.file, [need]);
  }
  return [...byFile.values()].flatMap((ofFile) => planFile(ofFile, spent));
}

function planFile(needs: ChunkNeed[], spent: (file: string) => number): PackRequest[] {
  const first = needs[0];
  if (!first) return [];
  const { file, size } = first;
  const parts = runs(needs).map((run) => ({ file, start: run.start, end: run.end, size, needs: run.needs }));
  const cost = parts.reduce((sum, part) => sum + costOf(part), spent(file));
  const whole = size <= wholeFileBytes || cost >= size * wholeFileShare;
  return whole ? [{ file, start: 0, end: size, size, needs }] : parts;
}

interface Run {
  start: number;
  end: number;
  needs: ChunkNeed[];
}

function runs(needs: readonly ChunkNeed[]): Run[] {
  const found: Run[] = [];
  for (const need of [...needs].sort((a, b) => a.offset - b.offset)) {
    const end = need.offset + need.length;
    const last = found[found.length - 1];
    if (last && need.offset <= last.end + gapBytes) {
      last.end = Math.max(last.end, end);
      last.needs.push(need);
    } else {
      found.push({ start: need.offset, end, needs: [need] });
    }
  }
  return found;
}
