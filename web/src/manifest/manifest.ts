import { AlmanacError, reasonOf } from "../error.ts";

/**
 * almanac.json: which files make up a build. All names but almanac.js and
 * almanac.json carry a hash, so a manifest never mixes two builds.
 */
export interface Manifest {
  readonly format: number;
  /** Hash of the build. */
  readonly build: string;
  /** The root chunk's file. */
  readonly root: string;
  readonly engine: {
    /** The engine as it is. */
    readonly wasm: string;
    /** The same, gzipped; "" or absent if there is none. */
    readonly gzip?: string;
  };
  /** The worker's script, which also runs inside a page. */
  readonly worker: string;
  /** The script that draws series; absent in sites built before there was one. */
  readonly chart?: string;
}

/** The manifest format this script reads. */
export const manifestFormat = 1;

/** The manifest's name in an archive's directory. */
export const manifestFile = "almanac.json";

/**
 * The manifest of the build this script was written with, or null in a script
 * that no build has filled in. `almanac build` puts the JSON in the place of the
 * string literal, quotes included; Object() keeps the bundler from looking
 * through the literal and folding it away.
 */
export function inlinedManifest(): Manifest | null {
  const inlined: unknown = Object("__ALMANAC_MANIFEST__");
  return isManifest(inlined) ? inlined : null;
}

/** Returns the manifest in a JSON value, or throws an error of code `manifest`. */
export function readManifest(value: unknown, url: string): Manifest {
  if (isManifest(value) && value.format === manifestFormat) return value;
  const format = isRecord(value) ? value["format"] : undefined;
  const other = typeof format === "number" && format !== manifestFormat;
  const problem = other
    ? `is of format ${format} and this script reads ${manifestFormat}`
    : "is not the manifest of an archive";
  const remedy = other
    ? "Reload the page; if that does not help, copy almanac.js anew from the archive's directory."
    : 'Point "base" at a directory written by "almanac build".';
  throw new AlmanacError("manifest", `${url} ${problem}. ${remedy}`, manifestFile);
}

/** Fetches the manifest of the archive at `base`, past every cache if `fresh`. */
export async function fetchManifest(base: string, fresh: boolean): Promise<Manifest> {
  const url = new URL(manifestFile, base).href;
  const response = await fetch(url, { cache: fresh ? "no-cache" : "default" }).catch((thrown: unknown) => {
    throw new AlmanacError(
      "network",
      `${url} could not be fetched (${reasonOf(thrown)}). Check the connection and try again.`,
      manifestFile,
    );
  });
  if (!response.ok) throw refusal(url, response.status);
  const value: unknown = await response.json().catch(() => undefined);
  return readManifest(value, url);
}

function refusal(url: string, status: number): AlmanacError {
  if (status === 404 || status === 410) {
    const remedy = 'Point "base" at a directory written by "almanac build".';
    return new AlmanacError("missing", `${url} is not there (HTTP ${status}). ${remedy}`, manifestFile);
  }
  return new AlmanacError("network", `${url} could not be fetched (HTTP ${status}). Try again later.`, manifestFile);
}

function isManifest(value: unknown): value is Manifest {
  if (!isRecord(value) || !isRecord(value["engine"])) return false;
  const names = [value["build"], value["root"], value["worker"], value["engine"]["wasm"]];
  return typeof value["format"] === "number" && names.every((name) => typeof name === "string" && name !== "");
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
