import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { gunzip, gzip } from "../../../src/lib/files/gzip.js";
import { defaultHyperparameters } from "../../../src/lib/run/hyperparameters.js";
import { decodeRunFile, encodeRunFile } from "../../../src/lib/files/runFile.js";
import type { ExportedRun } from "../../../src/lib/files/readRunFile.js";
import { offeredNetworks } from "../../../src/lib/network/offeredNetworks.js";
import { FileFormatError } from "../../../src/lib/files/fileFormatError.js";
import { exported, inputOfTwo, sequential, sums } from "./exportedRun.js";
import { formerBytes } from "../../fixtures/formerData.js";
import { newRun } from "../../../src/training/worker/newRun.js";

let bytes: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
  bytes = await encodeRunFile([exported(), exported({ id: "abc-2", name: "la mía" })]);
});

/** The file with its JSON changed. */
async function changed(change: (content: Content) => void): Promise<Uint8Array<ArrayBuffer>> {
  const content = JSON.parse(await gunzip(bytes, { mostBytes: 1e9 })) as Content;
  change(content);
  return gzip(JSON.stringify(content));
}

interface Content {
  format: string;
  version: unknown;
  runs: { run: Record<string, never>; epochs: Record<string, unknown>[] }[];
}

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

  test.each<[string, RegExp, (content: Content) => void]>([
    ["of another program", /no es de entrenamientos/, (file) => (file.format = "otro")],
    ["of a newer version", /versión más nueva.*formato 2/, (file) => (file.version = 2)],
    ["without a run", /«runs»/, (file) => (file.runs = [])],
    [
      "with an absurd rate",
      /Tasa de aprendizaje/,
      ({ runs }) => {
        set(runs[0]!.run, "hyperparameters.learningRate", -1);
      },
    ],
    [
      "with a status of its own",
      /«runs\[0\].run.status»/,
      ({ runs }) => {
        set(runs[0]!.run, "status", "x");
      },
    ],
    [
      "with a batch after the end",
      /checkpoint.batch»/,
      ({ runs }) => {
        set(runs[0]!.run, "checkpoint.batch", 1e6);
      },
    ],
    [
      "with another shape",
      /values»/,
      ({ runs }) => {
        set(runs[0]!.run, "checkpoint.weights.0.shape", [3]);
      },
    ],
    [
      "without a weight's numbers",
      /values»/,
      ({ runs }) => {
        set(runs[0]!.run, "checkpoint.weights.0.values", null);
      },
    ],
    [
      "with an endless loss",
      /curve\[0\].loss»/,
      ({ runs }) => {
        set(runs[0]!.run, "history.curve.0.loss", null);
      },
    ],
    [
      "with code for a network",
      /topology»/,
      ({ runs }) => {
        set(runs[0]!.run, "topology", "alert(1)");
      },
    ],
    [
      "with a time that no calendar has",
      /createdAt»/,
      ({ runs }) => {
        set(runs[0]!.run, "createdAt", 1e300);
      },
    ],
    [
      "with half a millisecond",
      /updatedAt»/,
      ({ runs }) => {
        set(runs[0]!.run, "updatedAt", 0.5);
      },
    ],
    ...[null, {}, { class_name: "Dense" }, { class_name: "Dense", config: { name: {} } }].map(
      (layer): [string, RegExp, (content: Content) => void] => [
        `with ${JSON.stringify(layer)} for a layer`,
        /topology»/,
        ({ runs }) => {
          set(runs[0]!.run, "topology", sequential(layer));
        },
      ],
    ),
    ["with an epoch that it never had", /epochs»/, ({ runs }) => (runs[0]!.epochs[0]!.epoch = 9)],
  ])("is refused in Spanish, %s", async (_, message, change) => {
    await expect(decodeRunFile(await changed(change))).rejects.toThrow(message);
  });

  test.each<[string, unknown, RegExp]>([
    [
      "history.epochs.0.testAccuracy",
      50,
      /testAccuracy» debería ser un número entre 0 y 1, y es 50/,
    ],
    ["history.epochs.0.testAccuracy", -0.1, /testAccuracy» .*, y es −0,1/],
    ["history.epochs.0.epoch", 1e9, /epochs\[0\].epoch» debería ser un número entero entre 1 y 30/],
    ["history.epochs.0.epoch", 0, /epochs\[0\].epoch»/],
    ["history.epochs.0.epoch", 1.5, /epochs\[0\].epoch» .*, y es 1,5/],
    ["history.epochs.0.loss", -3, /epochs\[0\].loss»/],
    ["history.epochs.0.testLoss", -3, /epochs\[0\].testLoss»/],
    ["history.epochs.0.seconds", -1, /seconds»/],
    ["history.epochs.1", { epoch: 1, loss: 1, testLoss: 1, testAccuracy: 1, seconds: 1 }, /orden/],
    ["history.curve.0.batch", 90_001, /curve\[0\].batch» .* entre 1 y 90.000, y es 90.001/],
    ["history.curve.0.loss", -1, /curve\[0\].loss» debería ser un número de −0,001 como poco/],
    ["history.thousands.0.batchInEpoch", 4000, /batchInEpoch»/],
    ["history.thousands.0.epoch", 31, /thousands\[0\].epoch»/],
    ["history.rateChanges.0.learningRate", 50, /learningRate»/],
    ["history.rateChanges.0.batch", -1, /rateChanges\[0\].batch»/],
    ["checkpoint.batch", -1, /checkpoint.batch»/],
    ["checkpoint.sums.epochImages", -1, /sums.epochImages» .*, y es −1/],
    ["checkpoint.sums.pointLoss", "x", /sums.pointLoss» .*, y es «x»/],
    ["checkpoint.velocities.0.name", "fc/bias", /velocities»/],
    ["topology", sequential(), /«fc\/kernel» no es de ninguna de sus capas/],
    [
      "topology",
      sequential({ class_name: "Dense", config: { ...inputOfTwo, units: 3 } }),
      /checkpoint.weights», «fc\/kernel» es de 2 × 2 y debería ser de 2 × 3/,
    ],
    [
      "topology",
      sequential({ class_name: "Lambda", config: inputOfTwo }),
      /su red tiene una capa «Lambda», que este cuaderno no conoce/,
    ],
    [
      "topology",
      sequential({ class_name: "Dense", config: { ...inputOfTwo, units: -1 } }),
      /con su red no se puede calcular/,
    ],
    [
      "history.curve",
      Array.from({ length: 1_000_000 }, () => ({ batch: 1, loss: 1 })),
      /history.curve» debería ser una lista de 30.000 como mucho, y es una lista de 1.000.000/,
    ],
    ["checkpoint.weights", [], /checkpoint.weights» debería ser la lista de los pesos de la red/],
    ["createdAt", -1, /createdAt» debería ser una fecha, y es −1/],
    ["updatedAt", "hoy", /updatedAt» debería ser una fecha, y es «hoy»/],
    ["evaluation.loss", -1, /evaluation.loss»/],
    ["evaluation.accuracy", 62.5, /evaluation.accuracy» .* entre 0 y 1, y es 62,5/],
    ["parent.epoch", 1e9, /parent.epoch»/],
    ["name", "  ", /name» debería ser un nombre que no esté en blanco/],
    ["network", "otra", /network» debería ser una de las redes del cuaderno, y es «otra»/],
    ["network", 16, /network»/],
    ["hyperparameters.epochs", 1e9, /Épocas: .* entre 1 y 500/],
    ["hyperparameters.batchSize", 0, /Tamaño de lote/],
    ["hyperparameters.momentum", 2, /Momento/],
    ["hyperparameters.dropoutRate", 1, /Dropout/],
    ["hyperparameters.seed", 0.5, /Semilla/],
    ["hyperparameters.trainImages", 60_001, /Imágenes de entrenamiento/],
    ["hyperparameters.weightDecay", 2, /Decaimiento/],
    ["hyperparameters.shift", 15, /Desplazamiento/],
    ["hyperparameters.erasing", -1, /Borrado al azar/],
    ["hyperparameters.optimizer", "lion", /Optimizador/],
    ["hyperparameters.schedule", 1, /Plan de la tasa/],
    ["hyperparameters.flip", "sí", /Espejo/],
  ])(
    "is refused in Spanish, whole, for a %s of %j in one of its runs",
    async (path, value, message) => {
      const file = await changed(({ runs }) => {
        set(runs[1]!.run, path, value); // the first one is sound
      });
      const error: unknown = await decodeRunFile(file).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(FileFormatError);
      expect((error as Error).message).toMatch(message);
      expect((error as Error).message).toMatch(/^El archivo está dañado/);
    },
  );

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

  test("without the numbers of an epoch is refused by their place", async () => {
    const file = await changed(({ runs }) => {
      set(runs[1]!.epochs[0]!, "weights.0.values", { float32: "AADAfwAAAAAAAAAAAAAAAA==" }); // a NaN
    });
    await expect(decodeRunFile(file)).rejects.toThrow(
      "«runs[1].epochs[0].weights[0].values» debería ser una lista de números finitos",
    );
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

function set(target: object, path: string, value: unknown): void {
  const names = path.split(".");
  const last = names.pop()!;
  const place = names.reduce((one, name) => (one as Record<string, object>)[name]!, target);
  (place as Record<string, unknown>)[last] = value;
}
