import type { EngineResult } from "../../wire/protocol.ts";
import type { Command, Report } from "../../worker/messages.ts";
import type { Channel } from "../channel.ts";
import type { AlmanacError } from "../../error.ts";

/** A test double for a worker: opens at once unless told otherwise, and leaves queries to the test. */
export class FakeChannel implements Channel {
  readonly mode = "worker";
  readonly commands: Command[] = [];
  closed = false;
  /** The report with which opening is answered; null leaves it unanswered. */
  opening: Report | null = { type: "opened", holdings: { articles: 5, passages: 70 } };
  #onReport: (report: Report) => void = () => undefined;
  #onCrash: (error: AlmanacError) => void = () => undefined;

  post(command: Command): void {
    this.commands.push(command);
    const { opening } = this;
    if (command.type === "open" && opening) queueMicrotask(() => this.report(opening));
  }

  listen(onReport: (report: Report) => void, onCrash: (error: AlmanacError) => void): void {
    this.#onReport = onReport;
    this.#onCrash = onCrash;
  }

  close(): void {
    this.closed = true;
  }

  /** Sends a report to the page. */
  report(report: Report): void {
    this.#onReport(report);
  }

  /** Ends the script, as an uncaught error does. */
  crash(error: AlmanacError): void {
    this.#onCrash(error);
  }

  /** The queries posted, as "number text". */
  get searched(): string[] {
    return this.commands.flatMap((c) => (c.type === "search" ? [`${c.query} ${c.text}`] : []));
  }

  /** Answers the query with this text, which must have been posted. */
  find(text: string): void {
    this.report({ type: "found", query: this.#number(text), result: resultFor(text) });
  }

  /** Refuses the query with this text. */
  refuse(text: string, code: string): void {
    this.report({ type: "refused", query: this.#number(text), fault: { code, message: `refused: ${code}` } });
  }

  #number(text: string): number {
    const command = this.commands.find((c) => c.type === "search" && c.text === text);
    if (command?.type !== "search") throw new Error(`"${text}" was not searched`);
    return command.query;
  }
}

/** The result a FakeChannel finds for a text. */
export function resultFor(text: string): EngineResult {
  return { articles: [{ id: text, title: text, score: 1, passages: [] }], statistics: [], total: 1 };
}
