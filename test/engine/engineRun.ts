// The engine on images of any shape, for tests: the trainer behind the seam of training/ takes 28×28.
import { settingPlaces } from "../../src/engine/kernels/optimizer.js";
import { planNetwork } from "../../src/engine/plan/planNetwork.js";
import { buildProgram } from "../../src/engine/program/program.js";
import { readParameters, writeParameters } from "../../src/engine/places/weightLayout.js";
import type { NamedWeight } from "../../src/lib/network/namedWeight.js";
import { parseTopology } from "../../src/lib/network/topology.js";

export interface Images {
  /** 0–255, [N,H,W,C]. */
  pixels: Uint8Array;
  /** [N], 0 … classes−1. */
  labels: number[];
}

export interface EngineRun {
  /** A step of plain gradient descent with momentum; returns each image's loss, [N]. */
  step(images: Images, at: { seed: number; batch: number }): number[];
  /** Each image's loss, [N], and the log-probabilities, [N,classes]. */
  evaluate(images: Images): { losses: number[]; logProbabilities: number[] };
  /** Of the weights, or of what the optimizer remembers. */
  read(kind: "values" | "velocities"): NamedWeight[];
}

/** Builds the engine for a network, with those weights. */
export async function engineRun(
  topology: string,
  weights: readonly NamedWeight[],
  {
    batchSize,
    learningRate,
    labelSmoothing = 0,
  }: { batchSize: number; learningRate: number; labelSmoothing?: number },
): Promise<EngineRun> {
  const program = await buildProgram(planNetwork(parseTopology(topology)), {
    batchSize,
    labelSmoothing,
  });
  const { memory, places } = program;
  writeParameters(memory, places, { kind: "values", weights });
  program.weightsChanged();
  const settings = new Float32Array(memory.buffer, places.settings);
  settings[settingPlaces.learningRate] = learningRate;
  settings[settingPlaces.momentum] = 0.9;

  function place({ pixels, labels }: Images): void {
    new Uint8Array(memory.buffer, places.pixels).set(pixels);
    new Int32Array(memory.buffer, places.labels).set(labels);
  }
  const floats = (address: number, count: number) =>
    Array.from(new Float32Array(memory.buffer, address, count));

  return {
    step(images, { seed, batch }) {
      place(images);
      program.step(images.labels.length, seed, batch);
      return floats(places.losses, images.labels.length);
    },
    evaluate(images) {
      place(images);
      const n = images.labels.length;
      program.evaluate(n);
      const { pitch, channels } = places.output.shape;
      const rows = Array.from({ length: n }, (_, i) =>
        floats(places.output.values + 4 * i * pitch, channels),
      );
      return { losses: floats(places.losses, n), logProbabilities: rows.flat() };
    },
    read: (kind) => readParameters(memory, places, kind),
  };
}
