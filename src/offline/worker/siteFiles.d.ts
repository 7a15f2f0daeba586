// What the build writes into the service worker: scripts/site/offline/writeServiceWorker.ts.
import type { SiteFile } from "../siteFile.js";

declare global {
  const SITE_FILES: SiteFile[];
  /** A digest of them all. */
  const SITE_VERSION: string;
}
