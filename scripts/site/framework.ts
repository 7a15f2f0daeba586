// Runs Framework's command line on the prepared site: offline, without telemetry, never with the
// output of an outdated loader.
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { clearStaleLoaderOutput } from "../clearStaleLoaderOutput.js";
import { prepareOffline } from "./prepareOffline.js";
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
  const manifest = require.resolve("@observablehq/framework/package.json");
  const program = join(dirname(manifest), "dist/bin/observable.js");
  const child = spawn(process.execPath, [program, command, ...args], {
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
