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
export const wholeFileBytes = 64 * 1024;

/** From this share of a file on, the whole file is fetched. */
export const wholeFileShare = 0.5;

/** Unwanted bytes between two wanted chunks that cost less than another request's headers. */
export const gapBytes = 1024;

/** Tells whether a request is for the whole file. */
export function isWhole(request: PackRequest): boolean {
  return request.start === 0 && request.end === request.size;
}

/**
 * Plans which requests bring the chunks: small files and files of which most is
 * wanted are fetched whole, of the others one range for each run of adjacent
 * chunks. Time O(n log n) in the number of chunks.
 */
export function planRequests(needs: readonly ChunkNeed[]): PackRequest[] {
  const byFile = new Map<string, ChunkNeed[]>();
  for (const need of needs) {
    const ofFile = byFile.get(need.file);
    if (ofFile) ofFile.push(need);
    else byFile.set(need.file, [need]);
  }
  return [...byFile.values()].flatMap(planFile);
}

function planFile(needs: ChunkNeed[]): PackRequest[] {
  const first = needs[0];
  if (!first) return [];
  const { file, size } = first;
  const wanted = needs.reduce((sum, need) => sum + need.length, 0);
  if (size <= wholeFileBytes || wanted >= size * wholeFileShare) return [{ file, start: 0, end: size, size, needs }];
  return runs(needs).map((run) => ({ file, start: run.start, end: run.end, size, needs: run.needs }));
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
