// Real, headless Chromium and a server for it: pages with one worker each, the data, and the runs that
// the workers train. A page is isolated from other origins, so that its threads share memory, or not.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { basename, extname, join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { bundle } from "./bundle.js";
import type { ArenaPage } from "./page.js";
import { ensureChromium } from "../../scripts/ensureChromium.js";
import { launchChromium } from "../../scripts/launchChromium.js";
import type { Dataset } from "../../src/lib/dataset/dataset.js";
import type { Run } from "../../src/lib/run/run.js";
import { runToSafetensors } from "../../src/lib/files/runToSafetensors.js";

export interface ArenaWorker {
  ask<Value>(request: unknown): Promise<Value>;
  close(): Promise<void>;
}

export interface Arena {
  browser: Browser;
  /** Makes a run known; returns the address from which workers fetch it. */
  offer(run: Run): Promise<string>;
  /** A page with one worker of bench/browser/ or bench/kernels/. */
  openWorker(script: string, options?: { isolated?: boolean }): Promise<ArenaWorker>;
  close(): Promise<void>;
}

const workers = {
  "engineWorker.js": "engineWorker.ts",
  "tfjsWorker.js": "tfjsWorker.ts",
  "jaxWorker.js": "jaxWorker.ts",
  "convnetWorker.js": "convnetWorker.ts",
  "kernelWorker.js": "../kernels/kernelWorker.ts",
  "thread.js": "../../src/training/engine/thread.ts",
  "page.js": "page.ts",
};
const html = '<!doctype html><title>bench</title><script type="module" src="/page.js"></script>';
const types: Record<string, string> = {
  ".js": "text/javascript",
  ".wasm": "application/wasm",
  ".json": "application/json",
  "": "text/html",
};
const WASM_FOLDER = "node_modules/@tensorflow/tfjs-backend-wasm/dist";

export async function openArena({ train, test }: Dataset): Promise<Arena> {
  const files = new Map<string, Uint8Array | string>([
    ["/isolated", html],
    ["/plain", html],
    ["/train-images.bin", train.images],
    ["/train-labels.bin", train.labels],
    ["/test-images.bin", test.images],
    ["/test-labels.bin", test.labels],
  ]);
  for (const [name, entry] of Object.entries(workers)) {
    files.set(`/${name}`, await bundle(join(import.meta.dirname, entry)));
  }
  const { url, close } = await serve(files);
  const browser = await launchChromium(await ensureChromium());
  let runs = 0;
  return {
    browser,
    async offer(run) {
      const folder = `/runs/${runs++}`;
      files.set(`${folder}/run.json`, encodeRun(run));
      files.set(`${folder}/weights.safetensors`, await runToSafetensors(run));
      return folder;
    },
    async openWorker(script, { isolated = true } = {}) {
      const page = await browser.newPage();
      await page.goto(`${url}${isolated ? "isolated" : "plain"}?worker=${script}`);
      return pageWorker(page);
    },
    async close() {
      await browser.close();
      close();
    },
  };
}

function pageWorker(page: Page) {
  return {
    ask: <Value>(request: unknown) =>
      page.evaluate(
        (message) => (globalThis as unknown as ArenaPage).ask(message) as Promise<Value>,
        request,
      ),
    close: () => page.close(),
  };
}

/** JSON, with the numbers of the initial weights as lists. */
function encodeRun(run: Run): string {
  const weights = run.checkpoint.weights.map((weight) => ({
    ...weight,
    values: [...weight.values],
  }));
  return JSON.stringify({ ...run, checkpoint: { ...run.checkpoint, weights } });
}

async function serve(files: ReadonlyMap<string, Uint8Array | string>) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const body = pathname.startsWith("/wasm/")
      ? readFileSync(join(WASM_FOLDER, basename(pathname)))
      : files.get(pathname);
    const isolation = pathname !== "/plain" && {
      "Cross-Origin-Opener-Policy": "same-origin",
      "Cross-Origin-Embedder-Policy": "require-corp",
    };
    response.writeHead(body === undefined ? 404 : 200, {
      "Content-Type": types[extname(pathname)] ?? "application/octet-stream",
      ...isolation,
    });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => void server.close() };
}
