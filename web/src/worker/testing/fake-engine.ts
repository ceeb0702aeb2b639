import type { EngineCall } from "../engine.ts";
import { Op, type ChunkNeed, type EngineResult } from "../../wire/protocol.ts";

/**
 * A test double that follows the wire contract: a query needs the chunks the
 * test gave for its text, one after another; its result repeats the text.
 */
export class FakeEngine {
  /** What came in, in order, one line a request. */
  readonly log: string[] = [];
  /** The answer to open. */
  openAnswer: unknown = { ok: true, articles: 5, passages: 70 };
  /** The answer to supply. */
  supplyAnswer: unknown = { ok: true };
  /** Forgets what it is supplied with. */
  forgetful = false;
  /** If set, thrown at the next call, as a program does that has ended. */
  crash: Error | null = null;
  readonly #needs: Record<string, readonly ChunkNeed[]>;
  readonly #texts = new Map<number, string>();
  readonly #supplied = new Set<number>();

  constructor(needs: Record<string, readonly ChunkNeed[]> = {}) {
    this.#needs = needs;
  }

  readonly call: EngineCall = (request) => {
    if (this.crash) throw this.crash;
    return new TextEncoder().encode(JSON.stringify(this.#answer(new Fields(request))));
  };

  #answer(fields: Fields): unknown {
    switch (fields.byte()) {
      case Op.open:
        this.log.push(`open ${new TextDecoder().decode(fields.rest())}`);
        return this.openAnswer;
      case Op.search: {
        const [query, limit, flags] = [fields.uvarint(), fields.uvarint(), fields.uvarint()];
        const text = new TextDecoder().decode(fields.rest());
        this.log.push(`search ${query} ${text} limit=${limit} flags=${flags}`);
        this.#texts.set(query, text);
        return this.#step(query);
      }
      case Op.supply: {
        const chunk = fields.uvarint();
        this.log.push(`supply ${chunk} ${new TextDecoder().decode(fields.rest())}`);
        if (!this.forgetful) this.#supplied.add(chunk);
        return this.supplyAnswer;
      }
      case Op.step:
        return this.#step(fields.uvarint());
      case Op.drop:
        this.log.push(`drop ${fields.uvarint()}`);
        return { ok: true };
      default:
        throw new Error("no such op");
    }
  }

  #step(query: number): unknown {
    const text = this.#texts.get(query);
    if (text === undefined) return { error: { code: "query", message: "no such query" } };
    const need = (this.#needs[text] ?? []).filter(({ chunk }) => !this.#supplied.has(chunk)).slice(0, 1);
    if (need.length > 0) return { need };
    const result: EngineResult = {
      articles: [{ id: text, title: text, score: 1, passages: [{ text, highlights: [[0, text.length]] }] }],
      statistics: [],
      total: 1,
    };
    return { result };
  }
}

class Fields {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  byte(): number {
    return this.#bytes[this.#at++] ?? -1;
  }

  uvarint(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 0x80) {
      const byte = this.byte();
      if (byte < 0) throw new Error("request cut short");
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
    }
  }

  rest(): Uint8Array {
    return this.#bytes.subarray(this.#at);
  }
}
