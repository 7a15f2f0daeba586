// What some steps of the engine leave, as a fingerprint: the same code runs in Node and in the pages of a browser.
import { engineRun } from "./engineRun.js";
import { weightsSha256 } from "../../src/lib/run/weightsSha256.js";

/** Plain JSON, so that it can be handed to a page. */
export interface BitsRequest {
  topology: string;
  weights: { name: string; shape: number[]; values: number[] }[];
  pixels: number[];
  labels: number[];
}

const STEPS = 5;

/** SHA-256 of each network's weights after the steps, with dropout and smoothed labels. */
export async function engineBits(requests: readonly BitsRequest[]): Promise<string[]> {
  const bits: string[] = [];
  for (const { topology, weights, pixels, labels } of requests) {
    const own = weights.map(({ values, ...of }) => ({ ...of, values: Float32Array.from(values) }));
    const settings = { batchSize: labels.length, learningRate: 0.05, labelSmoothing: 0.1 };
    const engine = await engineRun(topology, own, settings);
    for (let batch = 0; batch < STEPS; batch++) {
      engine.step({ pixels: Uint8Array.from(pixels), labels }, { seed: 7, batch });
    }
    bits.push(await weightsSha256(engine.read("values")));
  }
  return bits;
}
