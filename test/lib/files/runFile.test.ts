import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bytes } from "./changedRunFile.js";
import { exported, sums } from "./exportedRun.js";
import { formerBytes } from "../../fixtures/formerData.js";
import { FileFormatError } from "../../../src/lib/files/fileFormatError.js";
import { gzip } from "../../../src/lib/files/gzip.js";
import type { ExportedRun } from "../../../src/lib/files/readRunFile.js";
import { decodeRunFile, encodeRunFile } from "../../../src/lib/files/runFile.js";
import { offeredNetworks } from "../../../src/lib/network/offeredNetworks.js";
import { defaultHyperparameters } from "../../../src/lib/run/hyperparameters.js";
import { newRun } from "../../../src/training/worker/newRun.js";

describe("a file of runs", () => {
  test("gives back what was written, to the bit", async () => {
    const [first, second] = await decodeRunFile(bytes);
    expect(first).toEqual(exported());
    expect(Object.is(first!.run.checkpoint.weights[0]!.values[1], -0)).toBe(true);
    expect(second!.run.name).toBe("la mía");
  });

  test("gives back any history and any weights", async () => {
    const float = fc.float({ noNaN: true, noDefaultInfinity: true });
    const property = fc.asyncProperty(
      fc.array(float, { minLength: 4, maxLength: 4 }),
      fc.array(
        fc.record({
          batch: fc.integer({ min: 1, max: 90_000 }),
          loss: fc.double({ noNaN: true, noDefaultInfinity: true, min: 0 }),
        }),
      ),
      async (values, curve) => {
        const one = exported();
        one.run.checkpoint.weights[0]!.values.set(values);
        one.run.history.curve = curve;
        expect(await decodeRunFile(await encodeRunFile([one]))).toEqual([one]);
      },
    );
    await fc.assert(property, { numRuns: 30 });
  });

  test("is refused in Spanish wherever it is cut", async () => {
    const property = fc.asyncProperty(fc.nat({ max: bytes.length - 1 }), async (length) => {
      await expect(decodeRunFile(bytes.slice(0, length))).rejects.toThrow(FileFormatError);
    });
    await fc.assert(property, { numRuns: 60 });
  });

  test("is refused, or read as it was, with any byte changed", async () => {
    const property = fc.asyncProperty(
      fc.nat({ max: bytes.length - 1 }),
      fc.integer({ min: 1, max: 255 }),
      async (place, flip) => {
        const damaged = bytes.slice();
        damaged[place]! ^= flip;
        const read = await decodeRunFile(damaged).catch((error: unknown) => error);
        if (read instanceof Error) expect(read).toBeInstanceOf(FileFormatError);
        else expect(read).toEqual(await decodeRunFile(bytes)); // the gzip header holds a time
      },
    );
    await fc.assert(property, { numRuns: 100 });
  });

  test("gives back a run whose optimizer keeps nothing of the weights that do not learn", async () => {
    const topology = offeredNetworks.find(({ id }) => id === "normalizacion")!.topology(0.4);
    const run = { ...exported().run, ...(await newRun(defaultHyperparameters, topology)) };
    const { weights } = run.checkpoint;
    const learning = weights.filter(({ name }) => !name.includes("/moving_"));
    run.checkpoint = { ...run.checkpoint, velocities: learning, squares: learning };
    const one = { run, epochs: [{ epoch: 1, weights, velocities: learning, sums }], pinned: false };
    expect(learning.length).toBeLessThan(weights.length);
    run.history = exported().run.history;
    expect(await decodeRunFile(await encodeRunFile([one]))).toEqual([one]);
  });

  test("gives no run that looks as if it were being trained", async () => {
    const future = Date.now() + 3_600_000;
    const one = exported({ status: "running", updatedAt: future });
    const [{ run }] = (await decodeRunFile(await encodeRunFile([one]))) as [ExportedRun];
    expect(run.status).toBe("paused");
    expect(run.updatedAt).toBeLessThan(future);
  });

  test("of an earlier version is read", async () => {
    const read = await decodeRunFile(formerBytes("runs.corridas.gz"));
    expect(read.map(({ run, epochs }) => [run.status, epochs.length])).toEqual([
      ["finished", 2],
      ["finished", 2],
    ]);
  });

  test("may be any other file, and is refused", async () => {
    for (const text of ["", "hola", "{}", "[1]", "null"]) {
      await expect(decodeRunFile(new TextEncoder().encode(text))).rejects.toThrow(
        /no es de entrenamientos/,
      );
      await expect(decodeRunFile(await gzip(text))).rejects.toThrow(FileFormatError);
    }
  });
});
