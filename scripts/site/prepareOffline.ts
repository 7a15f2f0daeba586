// Lets Framework build and preview with no network. It asks the npm registry for the latest version
// of every library its client might load, used or not; a folder named after a version answers that
// question. The version is one that cannot exist, so an accidental `npm:` import fails loudly.
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);
const OFFLINE_VERSION = "0.0.0-offline";

export function prepareOffline(cacheFolder: string): void {
  const npmFolder = join(cacheFolder, "_npm");
  rmSync(npmFolder, { recursive: true, force: true });
  for (const name of clientLibraries()) {
    mkdirSync(join(npmFolder, `${name}@${OFFLINE_VERSION}`), { recursive: true });
  }
}

/** Names of the packages that the installed Framework's client imports as `npm:name`. */
function clientLibraries(): Set<string> {
  const client = join(
    dirname(require.resolve("@observablehq/framework/package.json")),
    "dist/client",
  );
  const names = new Set<string>();
  for (const file of readdirSync(client, { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(".js")) continue;
    const source = readFileSync(join(client, file), "utf8");
    for (const [, name] of source.matchAll(/"npm:((?:@[\w-]+\/)?[\w-]+)/g)) names.add(name!);
  }
  return names;
}
