// Runs Framework's command line on the prepared site: offline, without telemetry, never with the
// output of an outdated loader.
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { clearStaleLoaderOutput } from "../clearStaleLoaderOutput.js";
import { isolation } from "./isolation.js";
import { prepareOffline } from "./prepareOffline.js";
import { bundleUnderPolicy } from "./bundleUnderPolicy.js";
import { bundleTfjs } from "./bundleTfjs.js";
import { bundleUmap } from "./bundleUmap.js";
import { bundleValibot } from "./bundleValibot.js";

const require = createRequire(import.meta.url);
export const CACHE_FOLDER = "src/.observablehq/cache";

/** Resolves when the command ends well; rejects with its exit code otherwise. */
export async function runFramework(command: "build" | "preview", args: string[]): Promise<void> {
  prepareOffline(CACHE_FOLDER);
  clearStaleLoaderOutput(CACHE_FOLDER);
  await bundleTfjs(CACHE_FOLDER);
  await bundleValibot(CACHE_FOLDER);
  await bundleUmap(CACHE_FOLDER);
  await bundleUnderPolicy(CACHE_FOLDER);
  const manifest = require.resolve("@observablehq/framework/package.json");
  const dist = join(dirname(manifest), "dist");
  const change = command === "build" ? withoutTimes(dist) : withIsolation();
  const program = join(dist, "bin/observable.js");
  const child = spawn(process.execPath, ["--import", asModule(change), program, command, ...args], {
    stdio: "inherit",
    env: { ...process.env, OBSERVABLE_TELEMETRY_DISABLE: "true" },
  });
  let stopping = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      stopping = true;
      child.kill(signal);
    });
  }
  const code = await new Promise<number>((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (exitCode) => {
      resolve(stopping ? 0 : (exitCode ?? 1));
    });
  });
  if (code !== 0) throw new Error(`observable ${command} ended with code ${code}`);
}

/**
 * Has Framework take every file for one of 1970: it writes into pages and modules when a data loader wrote its file, and
 * their names are hashes of that; each build would change what readers have in their caches.
 * @param dist Framework's own
 */
function withoutTimes(dist: string): string {
  const config = pathToFileURL(join(dist, "config.js")).href;
  return `import { setCurrentDate } from "${config}"; setCurrentDate(new Date(0));`;
}

/** Has Framework's preview, which knows no headers, send those that let a training use several threads. */
function withIsolation(): string {
  return `
import { ServerResponse } from "node:http";
const { writeHead } = ServerResponse.prototype;
ServerResponse.prototype.writeHead = function (...all) {
  for (const [name, value] of Object.entries(${JSON.stringify(isolation)})) this.setHeader(name, value);
  return writeHead.apply(this, all);
};`;
}

function asModule(code: string): string {
  return `data:text/javascript,${encodeURIComponent(code)}`;
}
