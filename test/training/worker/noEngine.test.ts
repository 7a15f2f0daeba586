// What the browser may lack: WebAssembly, its vectors, memory. Training goes on without, and the reader is
// told what is missing; a fault of the engine's own is told as what it is.
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { firstImages, requestFor } from "../networks.js";
import { loadNodeBackend } from "../../../scripts/training/nodeTrainer.js";
import { nodeThreads } from "../../../scripts/training/nodeThreads.js";
import type { ImageSet } from "../../../src/lib/dataset/dataset.js";
import * as tf from "../../../src/lib/network/tf.js";
import { trainerFor } from "../../../src/training/worker/createTrainer.js";

let train: ImageSet;
beforeAll(async () => {
  train = await firstImages(12);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

async function trainerWithNotices(threads = 1) {
  const layers = [tf.layers.flatten({ inputShape: [28, 28, 1] }), tf.layers.dense({ units: 10 })];
  const notices: string[] = [];
  const create = trainerFor({
    loadBackend: loadNodeBackend,
    threads: nodeThreads(threads),
    onFallback: (message) => notices.push(message),
  });
  return { trainer: await create(await requestFor(layers, { train })), notices };
}

test("without WebAssembly it trains with tfjs in JavaScript, and says so", async () => {
  vi.stubGlobal("WebAssembly", undefined);
  const { trainer, notices } = await trainerWithNotices();
  expect(trainer.engine).toEqual({ kind: "tfjs", backend: "cpu" });
  expect(notices).toEqual([
    "Este navegador no tiene WebAssembly, que el motor rápido necesita. Se entrena con TensorFlow.js, que calcula lo mismo más despacio.",
  ]);
  const losses = await trainer.runSteps(0, 1);
  expect(losses.every(Number.isFinite)).toBe(true);
});

test("without vectors it trains with tfjs, and says so", async () => {
  vi.spyOn(WebAssembly, "validate").mockReturnValue(false);
  const { trainer, notices } = await trainerWithNotices();
  expect(trainer.engine.kind).toBe("tfjs");
  expect(notices[0]).toContain("no tiene instrucciones vectoriales (SIMD)");
});

test("a module that does not compile is a fault, and no lack of vectors", async () => {
  const fault = new WebAssembly.CompileError("invalid opcode 0xff");
  vi.spyOn(WebAssembly, "compile").mockRejectedValue(fault);
  await expect(trainerWithNotices()).rejects.toBe(fault);
});

test("where there is no memory to share it trains with one thread, and says so", async () => {
  const { Memory } = WebAssembly;
  vi.spyOn(WebAssembly, "Memory").mockImplementation(function (
    options: WebAssembly.MemoryDescriptor,
  ) {
    if (options.shared) throw new RangeError("could not allocate memory");
    return new Memory(options);
  });
  const { trainer, notices } = await trainerWithNotices(2);
  expect(trainer.engine).toEqual({ kind: "engine", threads: 1 });
  expect(notices).toEqual([
    "El navegador no da memoria para varios hilos. Se entrena con uno solo.",
  ]);
});

test.each(["Memory", "compile"] as const)(
  "where %s finds no memory at all it trains with tfjs, and says so",
  async (what) => {
    const { [what]: original } = WebAssembly;
    let calls = 0;
    vi.spyOn(WebAssembly, what).mockImplementation(function (...values: never[]) {
      if (calls++ === 0) throw new RangeError("out of memory");
      return (original as (...values: never[]) => unknown)(...values); // tfjs's own
    } as never);
    const { trainer, notices } = await trainerWithNotices();
    expect(trainer.engine.kind).toBe("tfjs");
    expect(notices[0]).toContain("no da al motor rápido la memoria que esta red necesita");
  },
);
