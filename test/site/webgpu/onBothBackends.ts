// Runs in a page: tfjs on its plain backend and on WebGPU, the same computation on both.
import "@tensorflow/tfjs-backend-webgpu";
import { kernelCases } from "./kernelCases.js";
import * as tf from "../../../src/lib/network/tf.js";
import { createTfjsTrainer } from "../../../src/training/tfjs/tfjsTrainer.js";
import type { TrainerRequest, TrainerState } from "../../../src/training/loop/trainer.js";

export const caseNames = (): string[] => Object.keys(kernelCases);

export interface Compared {
  /** The largest difference, as a part of the largest number that the plain backend gives. */
  difference: number;
  /** tfjs's names of the kernels that WebGPU has run. */
  kernels: string[];
}

/** Of one of the cases. */
export async function compareKernel(name: string): Promise<Compared> {
  // tfjs leaves small tensors to the processor, which would compare it with itself.
  tf.env().set("WEBGPU_CPU_FORWARD", false);
  const compute = async () => {
    const result = tf.tidy(kernelCases[name]!);
    const values = await result.data();
    result.dispose();
    return Float32Array.from(values);
  };
  const { result: found, kernels } = await runOn("webgpu", compute);
  const { result: expected } = await runOn("cpu", compute);
  return { difference: gap(found, expected) / size(expected), kernels };
}

/** As JSON has it: arrays for typed arrays. */
export interface PlainRequest {
  topology: string;
  hyperparameters: TrainerRequest["hyperparameters"];
  images: number[];
  labels: number[];
  weights: { name: string; shape: number[]; values: number[] }[];
}

/** The gradient of a bias before a normalization is rounding alone: tensors count as no smaller than this part of the largest. */
const LEAST = 0.1;

/** Of one step: what it has followed, the velocities after it, and the weights that it leaves. */
export async function compareStep(plain: PlainRequest): Promise<Compared> {
  tf.env().set("WEBGPU_CPU_FORWARD", true); // as readers have it
  const step = () => stateAfterStep(requestOf(plain));
  const { result: found, kernels } = await runOn("webgpu", step);
  const { result: expected } = await runOn("cpu", step);
  const sizes = expected.velocities.map(({ values }) => size(values));
  const least = LEAST * Math.max(...sizes);
  const followed = expected.velocities.map(
    ({ values }, i) => gap(found.velocities[i]!.values, values) / Math.max(least, sizes[i]!),
  );
  const left = expected.weights.map(
    ({ values }, i) => gap(found.weights[i]!.values, values) / size(values),
  );
  return { difference: Math.max(...followed, ...left), kernels };
}

async function stateAfterStep(request: TrainerRequest): Promise<TrainerState> {
  const trainer = await createTfjsTrainer(request);
  await trainer.runSteps(0, 1);
  const state = await trainer.readState();
  trainer.dispose();
  return state;
}

async function runOn<T>(backend: string, compute: () => Promise<T>) {
  if (!(await tf.setBackend(backend))) throw new Error(`${backend} does not start`);
  let result: T | undefined;
  const { kernelNames } = await tf.profile(async () => {
    result = await compute();
    return [];
  });
  return { result: result!, kernels: kernelNames };
}

function requestOf({ topology, hyperparameters, images, labels, weights }: PlainRequest) {
  const train = {
    images: Uint8Array.from(images),
    labels: Uint8Array.from(labels),
    count: labels.length,
  };
  const own = weights.map(({ values, ...of }) => ({ ...of, values: Float32Array.from(values) }));
  const state = { weights: own, velocities: [] };
  return { topology, hyperparameters, train, state };
}

/** Infinity, too, where a number is none. */
function gap(found: Float32Array, expected: Float32Array): number {
  if (found.length !== expected.length) return Infinity;
  const gaps = found.map((value, i) => Math.abs(value - expected[i]!));
  return gaps.every(Number.isFinite) ? Math.max(...gaps) : Infinity;
}

/** Of the largest number; never zero. */
function size(values: Float32Array): number {
  return Math.max(Number.MIN_VALUE, ...values.map(Math.abs));
}
