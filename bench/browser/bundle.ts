// A TypeScript file with all that it imports as one script for Chromium.
import { build } from "esbuild";

/** What tfjs's WebAssembly backend would load in Node, and never does in a browser. */
const external = ["fs", "path", "worker_threads", "perf_hooks", "os", "util"];

export async function bundle(entry: string, format: "esm" | "iife" = "esm"): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    format,
    platform: "browser",
    target: "es2022",
    write: false,
    external,
  });
  return outputFiles[0]!.text;
}
