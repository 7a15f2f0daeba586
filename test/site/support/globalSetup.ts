// Once for all tests of the built site: a Chromium that starts, and dist/ served under a sub-path as
// GitHub Pages serves a project. Both reach the tests through `inject`.
import type { TestProject } from "vitest/node";
import { ensureChromium } from "../../../scripts/ensureChromium.js";
import { serveSite } from "../../../scripts/site/serveSite.js";

const BASE = "/cuaderno/red/";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the site's root, with its final slash. */
    siteUrl: string;
    chromiumPath: string;
    /** One that has settings as a reader's. */
    windowedChromiumPath: string;
  }
}

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const { url, server } = await serveSite("dist", { base: BASE });
  project.provide("siteUrl", url);
  project.provide("chromiumPath", await ensureChromium({ shell: true }));
  project.provide("windowedChromiumPath", await ensureChromium());
  return () =>
    new Promise((resolve) => {
      server.close(() => {
        resolve();
      });
      server.closeAllConnections();
    });
}
