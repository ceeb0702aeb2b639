import { AlmanacError } from "../error.ts";
import type { ChunkNeed } from "../wire/protocol.ts";
import { ByteCache } from "./byte-cache.ts";
import { downloadRange, downloadWhole, type FetchFile, type Piece } from "./download.ts";
import { damageRemedy, gunzip } from "./gunzip.ts";
import { costOf, isWhole, planRequests, type PackRequest } from "./plan.ts";

/** Whole pack files are kept up to so many compressed bytes, to cut later chunks from. */
export const keptFileBytes = 8 * 1024 * 1024;

/** Hands a decompressed chunk to the engine; throws code `damaged` if the engine refuses it. */
export type Supply = (need: ChunkNeed, payload: Uint8Array) => void;

/** A request under way, shared by all the deliveries cut from it. */
interface Transfer {
  readonly request: PackRequest;
  readonly piece: Promise<Piece>;
  readonly abort: AbortController;
  readonly deliveries: Delivery[];
}

/** A chunk on its way to the engine. */
interface Delivery {
  readonly need: ChunkNeed;
  readonly done: Promise<void>;
  /** The queries that wait for it. */
  readonly queries: Set<number>;
}

/**
 * Brings chunks to the engine. A chunk on its way is shared by all queries that
 * want it; a request that no query waits for any more is aborted.
 */
export class ChunkFetcher {
  readonly #fetchFile: FetchFile;
  readonly #supply: Supply;
  readonly #deliveries = new Map<number, Delivery>();
  readonly #transfers = new Set<Transfer>();
  readonly #files: ByteCache;
  /** What requests for parts of a file have cost. */
  readonly #spent = new Map<string, number>();

  constructor(fetchFile: FetchFile, supply: Supply, cacheBytes = keptFileBytes) {
    this.#fetchFile = fetchFile;
    this.#supply = supply;
    this.#files = new ByteCache(cacheBytes);
  }

  /** Resolves once the engine has all these chunks; rejects with the first error. */
  async bring(query: number, needs: readonly ChunkNeed[]): Promise<void> {
    this.#begin(needs.filter((need) => !this.#deliveries.has(need.chunk)));
    const deliveries = needs.map((need) => this.#deliveries.get(need.chunk)).filter((found) => found !== undefined);
    for (const delivery of deliveries) delivery.queries.add(query);
    await Promise.all(deliveries.map((delivery) => delivery.done));
  }

  /** Forgets a query; what only it waited for is aborted. */
  abandon(query: number): void {
    for (const delivery of this.#deliveries.values()) delivery.queries.delete(query);
    for (const transfer of this.#transfers) {
      if (transfer.deliveries.some((delivery) => delivery.queries.size > 0)) continue;
      this.#transfers.delete(transfer);
      for (const { need } of transfer.deliveries) this.#deliveries.delete(need.chunk);
      transfer.abort.abort();
    }
  }

  #begin(fresh: readonly ChunkNeed[]): void {
    const planned: ChunkNeed[] = [];
    for (const need of fresh) {
      const kept = this.#files.get(packPath(need.file));
      const transfer = kept ? undefined : this.#covering(need);
      if (kept) this.#deliver(need, Promise.resolve({ bytes: kept, offset: 0 }));
      else if (transfer) transfer.deliveries.push(this.#deliver(need, transfer.piece));
      else planned.push(need);
    }
    for (const request of planRequests(planned, (file) => this.#spent.get(file) ?? 0)) {
      const transfer = this.#start(request);
      for (const need of request.needs) transfer.deliveries.push(this.#deliver(need, transfer.piece));
    }
  }

  #covering(need: ChunkNeed): Transfer | undefined {
    for (const transfer of this.#transfers) {
      const { file, start, end } = transfer.request;
      if (file === need.file && start <= need.offset && need.offset + need.length <= end) return transfer;
    }
    return undefined;
  }

  #start(request: PackRequest): Transfer {
    this.#spent.set(request.file, (this.#spent.get(request.file) ?? 0) + costOf(request));
    const abort = new AbortController();
    const piece = this.#download(request, { signal: abort.signal });
    const transfer: Transfer = { request, piece, abort, deliveries: [] };
    this.#transfers.add(transfer);
    const end = () => this.#transfers.delete(transfer);
    piece.then(end, end);
    return transfer;
  }

  #deliver(need: ChunkNeed, piece: Promise<Piece>): Delivery {
    const delivery: Delivery = { need, done: this.#fulfil(need, piece), queries: new Set() };
    this.#deliveries.set(need.chunk, delivery);
    const end = () => {
      if (this.#deliveries.get(need.chunk) === delivery) this.#deliveries.delete(need.chunk);
    };
    delivery.done.then(end, end);
    return delivery;
  }

  async #fulfil(need: ChunkNeed, piece: Promise<Piece>): Promise<void> {
    try {
      await this.#unpack(need, await piece);
    } catch (thrown) {
      if (!(thrown instanceof AlmanacError) || thrown.code !== "damaged") throw thrown;
      // A cache between here and the server may hold bad bytes: ask once past all of them.
      this.#files.delete(packPath(need.file));
      const request = { file: need.file, start: need.offset, end: need.offset + need.length, size: need.size };
      await this.#unpack(need, await this.#download({ ...request, needs: [need] }, { reload: true }));
    }
  }

  async #unpack(need: ChunkNeed, piece: Piece): Promise<void> {
    const start = need.offset - piece.offset;
    const member = piece.bytes.subarray(start, start + need.length);
    if (start < 0 || member.length !== need.length) throw tooShort(need);
    this.#supply(need, await gunzip(member, packPath(need.file)));
  }

  async #download(request: PackRequest, options: { signal?: AbortSignal; reload?: boolean }): Promise<Piece> {
    const path = packPath(request.file);
    const { start, end } = request;
    const piece = isWhole(request)
      ? { bytes: await downloadWhole(this.#fetchFile, path, options), offset: 0 }
      : await downloadRange(this.#fetchFile, path, start, end, options);
    const more = piece.bytes.length > request.needs.reduce((sum, need) => sum + need.length, 0);
    // A file of which every byte is on its way to the engine need not be kept as well.
    if (more && piece.offset === 0 && piece.bytes.length === request.size) this.#files.put(path, piece.bytes);
    return piece;
  }
}

/** Returns a pack file's name relative to the archive's directory. */
export function packPath(file: string): string {
  return `pack/${file}`;
}

function tooShort(need: ChunkNeed): AlmanacError {
  const place = `chunk ${need.chunk}, bytes ${need.offset} to ${need.offset + need.length}`;
  const path = packPath(need.file);
  return new AlmanacError("damaged", `${path} is cut short (${place}). ${damageRemedy}`, path);
}
