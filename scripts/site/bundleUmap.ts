// Bundles umap-js in the place where Framework would put it (and takes what it finds): it is CommonJS, of which
// Framework's bundle has no named export, so that the browser would not find the one that Node does.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { bundle, versioned } from "./bundleTfjs.js";

const NAME = "umap-js";

export async function bundleUmap(cacheFolder: string): Promise<void> {
  const folder = join(cacheFolder, "_node", versioned(NAME));
  mkdirSync(folder, { recursive: true });
  await bundle(`export { UMAP } from "${NAME}";`, { outfile: join(folder, "index.js") });
}
