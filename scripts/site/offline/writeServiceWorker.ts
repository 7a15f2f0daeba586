// The service worker of the built site: one plain script, since not every browser knows workers that are modules, with
// the list of the site's files in it. The last step of the build, for a file that changes afterwards does not fit its
// integrity.
import { createHash } from "node:crypto";
import { join } from "node:path";
import { build } from "esbuild";
import { keptFiles } from "./keptFiles.js";

export async function writeServiceWorker(folder: string): Promise<void> {
  const files = JSON.stringify(keptFiles(folder));
  const version = createHash("sha256").update(files).digest("hex").slice(0, 12);
  await build({
    entryPoints: ["src/offline/worker/serviceWorker.ts"],
    outfile: join(folder, "serviceWorker.js"),
    bundle: true,
    format: "iife",
    target: "es2022",
    minify: true,
    logLevel: "warning",
    define: {
      SITE_FILES: files,
      SITE_VERSION: JSON.stringify(version),
      "process.env.NODE_ENV": '"production"',
    },
  });
}
