// How much memory a worker of Chromium holds, by kind. performance.measureUserAgentSpecificMemory()
// cannot tell: it waits for every thread to come back to its event loop, and the engine's further
// threads never do.
import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import type { WorkerSession } from "../support/workerSession.js";

/** In bytes. */
export interface WorkerMemory {
  /** The heap, and the browser's own objects behind it. */
  objects: number;
  /** Array buffers that are not WebAssembly's: images, weights, histories. */
  buffers: number;
  /** WebAssembly memories, shared or not, as large as they were made. */
  engine: number;
}

interface HeapUsage {
  usedSize: number;
  embedderHeapUsedSize: number;
  backingStorageSize: number;
}

/** What is left after a garbage collection. */
export async function workerMemory(session: WorkerSession): Promise<WorkerMemory> {
  await session.send("Runtime.enable");
  const engine = await webAssemblyBytes(session);
  await session.send("HeapProfiler.collectGarbage");
  const usage = await session.send<HeapUsage>("Runtime.getHeapUsage");
  const objects = usage.usedSize + usage.embedderHeapUsedSize;
  return { objects, buffers: usage.backingStorageSize, engine };
}

export function totalBytes({ objects, buffers, engine }: WorkerMemory): number {
  return objects + buffers + engine;
}

async function webAssemblyBytes(session: WorkerSession): Promise<number> {
  const objectGroup = "memories";
  const { result: prototype } = await session.send<{ result: { objectId: string } }>(
    "Runtime.evaluate",
    { expression: "WebAssembly.Memory.prototype", objectGroup },
  );
  const { objects } = await session.send<{ objects: { objectId: string } }>(
    "Runtime.queryObjects",
    { prototypeObjectId: prototype.objectId, objectGroup },
  );
  const sum = (memories: WebAssembly.Memory[]) =>
    memories.reduce((bytes, { buffer }) => bytes + buffer.byteLength, 0);
  const { result } = await session.send<{ result: { value: number } }>("Runtime.callFunctionOn", {
    objectId: objects.objectId,
    returnByValue: true,
    functionDeclaration: `function () { return (${String(sum)})(this); }`,
  });
  await session.send("Runtime.releaseObjectGroup", { objectGroup });
  return result.value;
}

/**
 * The memory of the browser's pages and their workers as Linux counts it, in bytes: what no other
 * program could use, garbage and all. Undefined elsewhere.
 */
export async function residentBytes(browser: Browser): Promise<number | undefined> {
  if (process.platform !== "linux") return undefined;
  const root = await browser.newBrowserCDPSession();
  const { processInfo } = await root.send("SystemInfo.getProcessInfo");
  await root.detach();
  return processInfo
    .filter(({ type }) => type === "renderer")
    .map(({ id }) => readFileSync(`/proc/${id}/status`, "utf8"))
    .flatMap((status) => [...status.matchAll(/^Rss(?:Anon|Shmem):\s+(\d+) kB$/gm)])
    .reduce((bytes, [, kibibytes]) => bytes + 1024 * Number(kibibytes), 0);
}
