import assert from "node:assert/strict";
import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { almanac, sample, serve } from "./harness/command.ts";
import { browserTest, importApi, openBox, type ApiHolder } from "./harness/browser.ts";

/** Puts one site's files in the place of another's, as a copying deploy does. */
async function replace(site: string, next: string): Promise<void> {
  for (const name of await readdir(site)) await rm(join(site, name), { recursive: true });
  await cp(next, site, { recursive: true });
}

browserTest(
  "a deploy while the page is open: the next search is answered from the new build",
  async ({ page }) => {
    const work = await mkdtemp(join(tmpdir(), "almanac-deploy-"));
    const [site, next, articles] = [join(work, "site"), join(work, "next"), join(work, "articles")];
    await cp(process.env["ALMANAC_SITE"]!, site, { recursive: true });
    await cp(join(sample, "002_83c2b1ac8ba2be41.txt"), join(articles, "002_83c2b1ac8ba2be41.txt"));
    await almanac("build", "-o", next, articles);
    const server = await serve(site);
    try {
      const box = await openBox(page, server.url);
      // Loaded, but without the chunks of a search: those will be gone.
      await importApi(page, server.url);
      await page.evaluate(() => (globalThis as unknown as ApiHolder).api.openAlmanac().then(() => undefined));
      await replace(site, next);
      await box.search("cybercrime");
      assert.deepEqual(await box.titles(), ["Authorities stepping up cybercrime crackdown"]);
      assert.equal(await box.error.count(), 0);
    } finally {
      await server.stop();
      await rm(work, { recursive: true, force: true });
    }
  },
  { expectErrors: true },
);

browserTest(
  "a script kept from an older build opens the build that is there",
  async ({ page, url }) => {
    await page.route("**/almanac.js", async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(/root\.[a-z0-9]+\.alm/, "root.0000000000000000.alm");
      await route.fulfill({ response, body: body.replace(/"build":"[^"]*"/, '"build":"0000000000000000"') });
    });
    const box = await openBox(page, url);
    await box.search("darknet");
    assert.equal(await box.results.count(), 1);
  },
  { expectErrors: true },
);
