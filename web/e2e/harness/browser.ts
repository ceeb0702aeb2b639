import assert from "node:assert/strict";
import { after, test } from "node:test";
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Locator,
  type Page,
} from "playwright-core";
import type {} from "../../src/almanac.ts";
import { serve, type Server } from "./command.ts";

/** What a browser test works with. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** The site's address, with a slash at the end. */
  readonly url: string;
  /** Paths asked of the site so far, in order. */
  readonly requests: string[];
  /** Messages of errors on the console and of uncaught errors so far. */
  readonly errors: string[];
}

/** How a test's browser differs from the usual. */
export interface VisitOptions extends BrowserContextOptions {
  /** Errors on the console are part of the test. */
  readonly expectErrors?: boolean;
}

// Nothing but the site under test can be reached, nor does Chromium try.
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-domain-reliability",
  "--disable-sync",
  "--no-first-run",
  "--no-default-browser-check",
  "--no-pings",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

let browser: Promise<Browser> | undefined;
let server: Promise<Server> | undefined;

after(async () => {
  await (await browser)?.close();
  await (await server)?.stop();
});

function launch(): Promise<Browser> {
  const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
  return chromium.launch({ executablePath, args: flags, headless: true });
}

function siteServer(): Promise<Server> {
  const site = process.env["ALMANAC_SITE"];
  if (!site) throw new Error('ALMANAC_SITE names no built site: run the tests with "npm run e2e"');
  return serve(site);
}

/**
 * Runs a test in a fresh browser profile. Fails if the page asked anything of
 * another host, or unless expected wrote an error to the console.
 */
export function browserTest(name: string, body: (visit: Visit) => Promise<void>, options: VisitOptions = {}): void {
  test(name, { timeout: 60_000 }, async () => {
    const { url } = await (server ??= siteServer());
    const { expectErrors, ...contextOptions } = options;
    const context = await (await (browser ??= launch())).newContext(contextOptions);
    try {
      await context.addInitScript(listen);
      const page = await context.newPage();
      const strangers: string[] = [];
      const visit: Visit = { page, context, url, requests: [], errors: [] };
      page.on("console", (message) => message.type() === "error" && visit.errors.push(message.text()));
      page.on("pageerror", (error) => visit.errors.push(error.message));
      context.on("request", (request) => {
        if (request.url().startsWith(url)) visit.requests.push(request.url().slice(url.length));
        else if (!/^(data|blob|about):|^http:\/\/127\.0\.0\.1:/.test(request.url())) strangers.push(request.url());
      });
      await body(visit);
      assert.deepEqual(strangers, [], "requests to other hosts");
      if (!expectErrors) assert.deepEqual(visit.errors, [], "errors on the console");
    } finally {
      await context.close();
    }
  });
}

/** What elements have told, in order: the query of an answer, null for a failure. */
interface Told {
  told: (string | null)[];
}

/** Keeps what elements tell, from before the page's own scripts run. */
function listen(): void {
  const told: (string | null)[] = ((globalThis as unknown as Told).told = []);
  addEventListener(
    "almanac-results",
    (event) => told.push((event as CustomEvent<{ query: string }>).detail.query),
    true,
  );
  addEventListener("almanac-error", () => told.push(null), true);
}

/** The parts of the element that tests look at. */
export class SearchBox {
  readonly element: Locator;
  readonly input: Locator;
  readonly results: Locator;
  readonly count: Locator;
  readonly notes: Locator;
  readonly message: Locator;
  readonly error: Locator;
  readonly retry: Locator;

  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.element = page.locator("almanac-search");
    this.input = this.element.locator("#input");
    this.results = this.element.getByRole("option");
    this.count = this.element.locator("[part=count]");
    this.notes = this.element.locator("[part=notes]");
    this.message = this.element.locator("[part=message]");
    this.error = this.element.getByRole("alert");
    this.retry = this.element.getByRole("button", { name: "Try again" });
  }

  /** Puts a text into the box and waits for its answer. */
  async search(text: string): Promise<void> {
    await this.input.fill(text);
    await this.answered(text);
  }

  /** Resolves once the latest thing the element told is an answer to this text. */
  answered(text: string): Promise<void> {
    return this.#told(text);
  }

  /** Resolves once the latest thing the element told is a failure. */
  failed(): Promise<void> {
    return this.#told(null);
  }

  #told(query: string | null): Promise<void> {
    return this.#page.evaluate(
      (wanted) =>
        new Promise<void>((resolve) => {
          const { told } = globalThis as unknown as Told;
          const look = () => told.at(-1) === wanted && resolve();
          look();
          document.addEventListener("almanac-results", look);
          document.addEventListener("almanac-error", look);
        }),
      query,
    );
  }

  /** Returns the titles of the results. */
  titles(): Promise<string[]> {
    return this.results.locator("[part=title]").allTextContents();
  }
}

/** Opens a page and returns its search box. */
export async function openBox(page: Page, url: string): Promise<SearchBox> {
  await page.goto(url);
  const box = new SearchBox(page);
  await box.input.waitFor();
  return box;
}

/** The client as it stands in a page once {@link importApi} has put it there. */
export interface ApiHolder {
  readonly api: typeof import("../../src/almanac.ts");
}

/** Imports the site's script into a page, as `globalThis.api`. */
export async function importApi(page: Page, url: string): Promise<void> {
  // As text: the compiler would rewrite an import of its own.
  await page.evaluate(`import(${JSON.stringify(`${url}almanac.js`)}).then((api) => void (globalThis.api = api))`);
}
