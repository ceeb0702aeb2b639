/** Keeps byte arrays by name, at most so many bytes together; the longest unused go first. */
export class ByteCache {
  readonly #limitBytes: number;
  readonly #kept = new Map<string, Uint8Array>();
  #bytes = 0;

  constructor(limitBytes: number) {
    this.#limitBytes = limitBytes;
  }

  /** Returns what is kept under a name and marks it as used. */
  get(name: string): Uint8Array | undefined {
    const kept = this.#kept.get(name);
    if (!kept) return undefined;
    // A Map iterates in the order of insertion, so the front is what was not used longest.
    this.#kept.delete(name);
    this.#kept.set(name, kept);
    return kept;
  }

  /** Keeps bytes; what is larger than the whole cache is not kept. */
  put(name: string, bytes: Uint8Array): void {
    this.delete(name);
    if (bytes.length > this.#limitBytes) return;
    this.#kept.set(name, bytes);
    this.#bytes += bytes.length;
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= this.#limitBytes) return;
      this.delete(oldest);
    }
  }

  /** Forgets a name. */
  delete(name: string): void {
    const kept = this.#kept.get(name);
    if (!kept) return;
    this.#kept.delete(name);
    this.#bytes -= kept.length;
  }
}
