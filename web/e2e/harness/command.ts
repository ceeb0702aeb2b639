import { execFile, spawn, type ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** The repository's root, from the compiled harness in web/.build/e2e/harness. */
export const repository = fileURLToPath(new URL("../../../../", import.meta.url));

/** The sample archive. */
export const sample = `${repository}build/sample`;

function binary(): string {
  const path = process.env["ALMANAC_BIN"] ?? `${repository}.bin/almanac`;
  if (!existsSync(path)) throw new Error(`${path} is not there: run "make build", or set ALMANAC_BIN`);
  return path;
}

/** Runs almanac and returns what it printed; exit code 1 (some input refused) is not a failure. */
export async function almanac(...args: string[]): Promise<string> {
  try {
    return (await promisify(execFile)(binary(), args)).stdout;
  } catch (thrown) {
    const { code, stdout } = thrown as { code?: number; stdout?: string };
    if (code === 1 && stdout !== undefined) return stdout;
    throw thrown;
  }
}

/** A running `almanac serve`. */
export interface Server {
  /** The site's address, with a slash at the end. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Serves a site at a port of the system's choice. */
export async function serve(site: string): Promise<Server> {
  const child = spawn(binary(), ["serve", site, "--addr", "127.0.0.1:0"], { stdio: ["ignore", "pipe", "pipe"] });
  return { url: await addressOf(child), stop: () => stop(child) };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = "";
    const read = (data: Buffer) => {
      printed += data.toString();
      const url = /http:\/\/[\d.:]+\/?/.exec(printed)?.[0];
      if (url) resolve(url.endsWith("/") ? url : `${url}/`);
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`almanac serve ended with ${code}: ${printed}`)));
  });
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill();
  });
}
