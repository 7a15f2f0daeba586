// A module of src/ by itself in a page of the site: as its source stands, with all that it imports, and with the
// browser's own database and locks.
import { build } from "esbuild";
import type { JSHandle, Page } from "playwright-core";
import { siteUrl } from "./browser.js";

/** @param path from the project's folder: `src/lib/store/runStore.ts` */
export async function importInPage<Module>(page: Page, path: string): Promise<JSHandle<Module>> {
  const address = siteUrl(`/_import/${path}.js`);
  const body = await bundled(path);
  await page.route(address, (route) => route.fulfill({ contentType: "text/javascript", body }));
  // As text: in a function Vitest would put an import of its own, which no page has.
  return page.evaluateHandle(`import(${JSON.stringify(address)})`);
}

/** The text of a module with all that it imports. */
export async function bundled(path: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path],
    bundle: true,
    format: "esm",
    write: false,
  });
  return outputFiles[0]!.text;
}
