// A program's memory as arrays. Made once: the memory never grows.
import type { OptimizerSettings } from "../loop/optimizerSettings.js";
import { settingPlaces } from "../../engine/kernels/optimizer.js";
import { type ActivationShape, activationSize } from "../../engine/plan/activationShape.js";
import type { Program } from "../../engine/program/program.js";

export interface ProgramViews {
  /** 0–255, [capacity,H,W,C]. */
  pixels: Uint8Array;
  /** [capacity]. */
  labels: Int32Array;
  /** [capacity], of the batch computed last. */
  losses: Float32Array;
  /** What the optimizer must know. */
  settings: Float32Array;
  /** Log-probabilities of the batch computed last, stored as activations are. */
  output: Float32Array;
}

export function programViews({ places, memory: { buffer } }: Program): ProgramViews {
  const { capacity, input, output } = places;
  const { height, width, channels } = input.shape;
  return {
    pixels: new Uint8Array(buffer, places.pixels, capacity * height * width * channels),
    labels: new Int32Array(buffer, places.labels, capacity),
    losses: new Float32Array(buffer, places.losses, capacity),
    settings: new Float32Array(buffer, places.settings, settingNames.length),
    output: new Float32Array(buffer, output.values, capacity * activationSize(output.shape)),
  };
}

const settingNames = Object.keys(settingPlaces) as (keyof OptimizerSettings)[];

export function writeSettings(settings: Float32Array, values: OptimizerSettings): void {
  for (const name of settingNames) settings[settingPlaces[name]] = values[name];
}

/**
 * Copies the activations of `count` images, whose channels the engine pads to whole vectors, without
 * the padding: `into` is [N,H,W,C], `first` the first of its images that is written.
 */
export function copyActivations(
  stored: Float32Array,
  shape: ActivationShape,
  { into, first, count }: { into: Float32Array; first: number; count: number },
): void {
  const { height, width, channels, pitch } = shape;
  const positions = height * width;
  const size = activationSize(shape);
  let to = first * positions * channels;
  for (let n = 0; n < count; n++) {
    for (let p = 0; p < positions; p++) {
      const from = n * size + p * pitch;
      for (let c = 0; c < channels; c++) into[to++] = stored[from + c]!;
    }
  }
}
