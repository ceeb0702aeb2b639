/**
 * Builds a site from the sample archive and runs the browser tests against it:
 * all of them, or those whose file names hold one of the arguments.
 */
import { spawn } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { almanac, sample } from "./harness/command.ts";

const here = fileURLToPath(new URL(".", import.meta.url));
const wanted = process.argv.slice(2);
const files = (await readdir(here))
  .filter((file) => file.endsWith(".e2e.js"))
  .filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)))
  .sort()
  .map((file) => join(here, file));
if (files.length === 0) throw new Error(`no test file's name holds ${wanted.join(" or ")}`);

const work = await mkdtemp(join(tmpdir(), "almanac-e2e-"));
try {
  const site = join(work, "site");
  await almanac("build", "-o", site, sample);
  const env = { ...process.env, ALMANAC_SITE: site };
  // Two browsers at a time: more only wait for each other on a machine of two cores.
  const child = spawn(process.execPath, ["--test", "--test-concurrency=2", ...files], { env, stdio: "inherit" });
  process.exitCode = await new Promise<number>((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
} finally {
  await rm(work, { recursive: true, force: true });
}
