import { AlmanacError, reasonOf } from "../error.ts";
import { request } from "../worker/download.ts";
import type { Command, Report } from "../worker/messages.ts";

/** Where the engine runs. */
export type Mode = "worker" | "page";

/** A running service script and the way to it. */
export interface Channel {
  readonly mode: Mode;
  post(command: Command, transfer?: Transferable[]): void;
  /** Sets who hears reports, and who hears that the script has crashed. */
  listen(onReport: (report: Report) => void, onCrash: (error: AlmanacError) => void): void;
  /** Ends the script; in a page it is only let go. */
  close(): void;
}

/** Opens a channel to the script at an absolute URL. */
export type OpenChannel = (base: string, file: string, allowWorker: boolean) => Promise<Channel>;

/**
 * Starts the script as a module worker; where that fails (a policy, another
 * origin, an old browser) it is imported into the page.
 */
export const openChannel: OpenChannel = async (base, file, allowWorker) => {
  const url = new URL(file, base).href;
  if (allowWorker && typeof Worker === "function") {
    try {
      return await startWorker(url);
    } catch {
      // The page can do the same work; only if that fails too is there something to tell.
    }
  }
  return importScript(url).catch(async (thrown: unknown) => {
    throw await diagnose(base, file, thrown);
  });
};

function startWorker(url: string): Promise<Channel> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(trusted(url), { type: "module", name: "almanac" });
    worker.onmessage = () => resolve(workerChannel(worker));
    worker.onerror = (event) => {
      // Handled here: it need not reach the page's console as uncaught.
      event.preventDefault();
      worker.terminate();
      reject(new Error(event.message));
    };
  });
}

function workerChannel(worker: Worker): Channel {
  return {
    mode: "worker",
    post: (command, transfer = []) => worker.postMessage(command, transfer),
    listen(onReport, onCrash) {
      worker.onmessage = (event: MessageEvent<Report>) => onReport(event.data);
      worker.onerror = (event) => {
        event.preventDefault();
        onCrash(stopped(event.message));
      };
    },
    close: () => worker.terminate(),
  };
}

/** Imports that failed; browsers may remember a failure under its URL. */
let failedImports = 0;

async function importScript(url: string): Promise<Channel> {
  const address = failedImports > 0 ? `${url}#${failedImports}` : url;
  const script = (await import(address).catch((thrown: unknown) => {
    failedImports++;
    throw thrown;
  })) as { serve(port: MessagePort): void };
  const { port1, port2 } = new MessageChannel();
  script.serve(port2);
  return {
    mode: "page",
    post: (command, transfer = []) => port1.postMessage(command, transfer),
    listen: (onReport) => (port1.onmessage = (event: MessageEvent<Report>) => onReport(event.data)),
    close: () => port1.close(),
  };
}

/** A failed import does not tell why; asking for the file does. */
async function diagnose(base: string, file: string, thrown: unknown): Promise<AlmanacError> {
  const fetchFile = (name: string, init: RequestInit) => fetch(new URL(name, base).href, init);
  try {
    const response = await request(fetchFile, file, {}, {});
    response.body?.cancel().catch(() => undefined);
  } catch (fault) {
    if (fault instanceof AlmanacError) return fault;
  }
  const remedy =
    "Serve it as text/javascript, and allow it in the Content-Security-Policy (worker-src and script-src).";
  return new AlmanacError("blocked", `${file} could not be started (${reasonOf(thrown)}). ${remedy}`, file);
}

function stopped(reason: string): AlmanacError {
  return new AlmanacError("engine", `The search engine stopped (${reason}). Search again to restart it.`);
}

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

let policy: ReturnType<TrustedTypes["createPolicy"]> | undefined;

/**
 * Returns the URL as pages with Trusted Types want it. Such a page lists the
 * policy "almanac"; in one that does not, the worker is refused and the page
 * does the work.
 */
function trusted(url: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy("almanac", { createScriptURL: (text) => text });
  return policy ? policy.createScriptURL(url) : url;
}
