// Picks what tfjs computes on: a real GPU if there is one, else WebAssembly, else plain JavaScript.
// Each candidate must first compute the gradient of a small convolution; one that cannot is passed
// over. Only the backend that is tried is loaded.
import * as tf from "../../lib/network/tf.js";
import { registerConv2DBackpropFilter } from "./conv2DBackpropFilter.js";
import { graphicsCard } from "./graphicsCard.js";
import { ReaderError } from "../../lib/errors/readerError.js";

export type Backend = "webgpu" | "webgl" | "wasm" | "cpu";

/** In order of preference. */
const backends: readonly Backend[] = ["webgpu", "webgl", "wasm", "cpu"];

/** Loads a backend's code and registers it. */
export type LoadBackend = (backend: Backend) => Promise<void>;

/** None of the backends asked for works on this machine. */
export class BackendError extends ReaderError {
  override name = "BackendError";
}

/**
 * Sets the first backend that works and returns its name. `wanted` restricts the choice to one, which may then be slow:
 * a graphics card that the processor imitates. Throws a BackendError.
 */
export async function chooseBackend(load: LoadBackend, wanted?: Backend): Promise<Backend> {
  if (wanted !== undefined) {
    const lack = await lackOf(wanted, load, { mayBeSlow: true });
    if (lack === undefined) return wanted;
    throw new BackendError(
      `TensorFlow.js no puede calcular con «${wanted}» en esta máquina: ${lack}.`,
    );
  }
  const failures: string[] = [];
  for (const backend of backends) {
    const lack = await lackOf(backend, load);
    if (lack === undefined) return backend;
    failures.push(`${backend}: ${lack}`);
  }
  throw new BackendError(
    `TensorFlow.js no puede calcular en este navegador (${failures.join("; ")}).`,
  );
}

/** Why the backend does not do, as the end of a sentence; undefined if it is set and computes rightly. */
async function lackOf(
  backend: Backend,
  load: LoadBackend,
  { mayBeSlow = false } = {},
): Promise<string | undefined> {
  try {
    const lack = await lackOfMachine(backend, mayBeSlow);
    if (lack !== undefined) return lack;
    await load(backend);
    if (backend === "wasm") registerConv2DBackpropFilter();
    if (!(await tf.setBackend(backend))) return "no arranca";
    return (await isGradientRight()) ? undefined : "calcula mal un gradiente";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function lackOfMachine(backend: Backend, mayBeSlow: boolean): Promise<string | undefined> {
  if (backend === "cpu") return undefined;
  if (backend === "wasm") {
    return typeof WebAssembly === "undefined" ? "el navegador no tiene WebAssembly" : undefined;
  }
  const card = await graphicsCard(backend);
  if (card === "none") return "el navegador no ofrece ninguna tarjeta gráfica";
  return card === "real" || mayBeSlow ? undefined : "la tarjeta gráfica la imita el procesador";
}

/** Whether a small convolution's gradient is what it should be; not if a value of it is no finite number. */
async function isGradientRight(): Promise<boolean> {
  const gradient = tf.tidy(() => {
    const x = tf.ones<tf.Rank.R4>([2, 5, 5, 1]);
    return tf.grad((filter) => tf.sum(tf.conv2d(x, filter as tf.Tensor4D, 1, "valid")))(
      tf.ones([3, 3, 1, 2]),
    );
  });
  const values = await gradient.data();
  gradient.dispose();
  const expected = 2 * 3 * 3; // two images, nine positions, inputs of one
  return values.every((value) => Math.abs(value - expected) <= 1e-3);
}
