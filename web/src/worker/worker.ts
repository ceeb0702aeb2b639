/**
 * The script that runs the engine. As a module worker it serves its page at
 * once; imported into a page that may not have workers, it serves the port it
 * is given.
 */
import "wasm_exec";
import { newGoRuntime, runEngine } from "./engine.ts";
import { instantiateEngine } from "./instantiate.ts";
import type { Command, Report } from "./messages.ts";
import { SearchService, type Surroundings } from "./service.ts";

/** Where commands come from and reports go: a MessagePort, or a worker's own scope. */
interface Channel {
  onmessage: ((event: MessageEvent<Command>) => void) | null;
  postMessage(report: Report): void;
}

/** Serves the commands that come through a channel. */
export function serve(channel: Channel): void {
  const tasks = new MessageChannel();
  const queue: (() => void)[] = [];
  tasks.port1.onmessage = () => queue.shift()?.();
  const service = new SearchService({
    fetch: (url, init) => fetch(url, init),
    startEngine,
    later(task) {
      queue.push(task);
      tasks.port2.postMessage(null);
    },
    report: (report) => channel.postMessage(report),
  });
  channel.onmessage = (event) => service.handle(event.data);
  channel.postMessage({ type: "ready" });
}

const startEngine: Surroundings["startEngine"] = async (fetchFile, files, onProgress, onExit) => {
  const go = newGoRuntime();
  const instance = await instantiateEngine(fetchFile, files, go.importObject, onProgress);
  return runEngine(go, instance, onExit);
};

const scope = globalThis as unknown as { WorkerGlobalScope?: new () => object };
if (scope.WorkerGlobalScope && globalThis instanceof scope.WorkerGlobalScope) serve(globalThis as unknown as Channel);
