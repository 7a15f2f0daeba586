import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultHyperparameters } from "../../../../src/lib/run/hyperparameters.js";
import {
  type ComparableRun,
  runDifferences,
} from "../../../../src/lib/run/compared/runDifferences.js";

type Layers = { class_name: string; config: Record<string, unknown> }[];

const original: Layers = [
  { class_name: "Conv2D", config: { name: "conv1", filters: 10, kernel_size: [3, 3] } },
  { class_name: "Flatten", config: { name: "flatten" } },
  { class_name: "Dense", config: { name: "fc1", units: 50, activation: "relu" } },
  { class_name: "Dropout", config: { name: "drop", rate: 0.4 } },
  { class_name: "Dense", config: { name: "fc2", units: 10 } },
];

function run(values: Partial<ComparableRun> = {}, layers: Layers = original): ComparableRun {
  return {
    hyperparameters: defaultHyperparameters,
    topology: JSON.stringify({ class_name: "Sequential", config: { name: "red", layers } }),
    engine: [{ kind: "engine", threads: 2 }],
    ...values,
  };
}

const changed = (change: (layers: Layers) => void) => {
  const layers = structuredClone(original);
  change(layers);
  return run({}, layers);
};

describe("runDifferences", () => {
  test("finds none in the same recipe, whatever its threads and the network's name", () => {
    const other = run({ engine: [{ kind: "engine", threads: 1 }] });
    expect(
      runDifferences(run(), { ...other, topology: other.topology.replace("red", "otra") }),
    ).toEqual([]);
  });

  test("writes out the hyperparameters, those left out with their usual value", () => {
    const hyperparameters = {
      ...defaultHyperparameters,
      learningRate: 0.01,
      trainImages: 6000,
      seed: 123456,
      optimizer: "adam" as const,
      weightDecay: 0,
      shift: 2,
      flip: true,
    };
    expect(runDifferences(run(), run({ hyperparameters }))).toEqual([
      "tasa de aprendizaje 0,001 → 0,01",
      "semilla 42 → 123456",
      "imágenes de entrenamiento 60.000 → 6.000",
      "optimizador SGD → Adam",
      "espejo no → sí",
      "desplazamiento 0 → 2",
    ]);
  });

  test("says a changed dropout once, though the network has it too", () => {
    const other = changed((layers) => (layers[3]!.config.rate = 0.5));
    other.hyperparameters = { ...defaultHyperparameters, dropoutRate: 0.5 };
    expect(runDifferences(run(), other)).toEqual(["dropout 0,4 → 0,5"]);
  });

  test("says nothing of a dropout that the reader's own network does not use", () => {
    const own = run({
      network: "tuya",
      hyperparameters: { ...defaultHyperparameters, dropoutRate: 0.2 },
    });
    const base = run({ network: "original" });
    expect(runDifferences(base, own)).toEqual([]);
    expect(runDifferences(own, base)).toEqual([]);
    expect(runDifferences(own, run({ network: "tuya" }))).toEqual([]);
  });

  test("says the dropout of the layers where one of the networks is the reader's own", () => {
    const own = changed((layers) => (layers[3]!.config.rate = 0.2));
    own.network = "tuya";
    expect(runDifferences(run(), own)).toEqual(["drop: dropout 0,4 → 0,2"]);
    expect(runDifferences(own, run())).toEqual(["drop: dropout 0,2 → 0,4"]);
    const base = changed((layers) => (layers[3]!.config.rate = 0.3));
    base.hyperparameters = { ...defaultHyperparameters, dropoutRate: 0.3 };
    expect(runDifferences(base, run({ network: "tuya" }))).toEqual(["drop: dropout 0,3 → 0,4"]);
  });

  test("goes through the network layer by layer", () => {
    const other = changed((layers) => {
      Object.assign(layers[0]!.config, { filters: 16, kernel_size: [5, 5] });
      layers[2]!.config.units = 100;
      layers.splice(3, 1);
      layers.splice(1, 0, { class_name: "BatchNormalization", config: { name: "bn1" } });
    });
    expect(runDifferences(run(), other)).toEqual([
      "conv1: 10 → 16 filtros",
      "conv1: tamaño del filtro 3 × 3 → 5 × 5",
      "fc1: 50 → 100 neuronas",
      "capa nueva: bn1 (BatchNormalization)",
      "sin la capa drop (Dropout)",
    ]);
  });

  test("pairs layers that tf.layers named by itself, and sees another order", () => {
    const renamed = changed((layers) => (layers[2]!.config.name = "dense_Dense7"));
    expect(runDifferences(run(), renamed)).toEqual([]);
    const reordered = changed((layers) => layers.splice(0, 2, layers[1]!, layers[0]!));
    expect(runDifferences(run(), reordered)).toEqual(["las capas, en otro orden"]);
  });

  test("names the cells that were edited, and those that were restored", () => {
    const edit = (cell: string, source: string) => ({ page: "definir-la-red", cell, source });
    const before = run({ edits: [edit("red", "a"), edit("capas", "b")] });
    const after = run({ edits: [edit("red", "c"), edit("otra", "d")] });
    expect(runDifferences(before, after)).toEqual([
      "celda «red» de «definir-la-red» cambiada",
      "celda «otra» de «definir-la-red» cambiada",
      "celda «capas» de «definir-la-red» como en el original",
    ]);
  });

  test("tells of another trainer and of a rate changed on the way", () => {
    const rateChanges = [{ batch: 3000, learningRate: 0.0001 }];
    expect(
      runDifferences(run(), run({ engine: [{ kind: "tfjs", backend: "wasm" }], rateChanges })),
    ).toEqual([
      "tasa durante el entrenamiento sin cambios → 0,0001 en el lote 3.000",
      "motor propio → tfjs (wasm)",
    ]);
  });

  test("has as many differences one way as the other", () => {
    interface Drawn {
      learningRate: number;
      batchSize: number;
      filters: number;
      hasDropout: boolean;
    }
    const drawn: fc.Arbitrary<Drawn> = fc.record({
      learningRate: fc.constantFrom(0.001, 0.01),
      batchSize: fc.constantFrom(10, 20),
      filters: fc.constantFrom(10, 16),
      hasDropout: fc.boolean(),
    });
    const make = ({ learningRate, batchSize, filters, hasDropout }: Drawn) => {
      const other = changed((layers) => {
        layers[0]!.config.filters = filters;
        if (!hasDropout) layers.splice(3, 1);
      });
      other.hyperparameters = { ...defaultHyperparameters, learningRate, batchSize };
      return other;
    };
    fc.assert(
      fc.property(drawn, drawn, (a, b) => {
        expect(runDifferences(make(a), make(b))).toHaveLength(
          runDifferences(make(b), make(a)).length,
        );
        expect(runDifferences(make(a), make(a))).toEqual([]);
      }),
    );
  });
});
