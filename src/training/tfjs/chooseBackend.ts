// Picks what tfjs computes on: a real GPU if there is one, else WebAssembly, else plain JavaScript.
// Each candidate must first compute the gradient of a small convolution; one that cannot is passed
// over. Only the backend that is tried is loaded.
import * as tf from "../../lib/network/tf.js";
import { registerConv2DBackpropFilter } from "./conv2DBackpropFilter.js";
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

/** Sets the first backend that works and returns its name; `wanted` restricts the choice to one. Throws a BackendError. */
export async function chooseBackend(load: LoadBackend, wanted?: Backend): Promise<Backend> {
  const failures: string[] = [];
  for (const backend of wanted ? [wanted] : backends) {
    const lack = await lackOf(backend, load);
    if (lack === undefined) return backend;
    failures.push(`${backend}: ${lack}`);
  }
  throw new BackendError(
    `TensorFlow.js no puede calcular en este navegador (${failures.join("; ")}).`,
  );
}

/** Why the backend does not do, for the brackets of a message; undefined if it is set and computes rightly. */
async function lackOf(backend: Backend, load: LoadBackend): Promise<string | undefined> {
  try {
    if (!(await isWorthTrying(backend))) return "no hay con qué";
    await load(backend);
    if (backend === "wasm") registerConv2DBackpropFilter();
    if (!(await tf.setBackend(backend))) return "no arranca";
    return (await isGradientRight()) ? undefined : "calcula mal un gradiente";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** A GPU that the processor imitates is slower than WebAssembly. */
async function isWorthTrying(backend: Backend): Promise<boolean> {
  if (backend === "webgpu") return hasHardwareWebGpu();
  if (backend === "webgl") return hasHardwareWebGl();
  return backend === "cpu" || typeof WebAssembly !== "undefined";
}

const SOFTWARE_RENDERERS = /swiftshader|llvmpipe|softpipe|software|basic render/i;

interface GpuAdapter {
  isFallbackAdapter?: boolean;
  info?: {
    description?: string;
    vendor?: string;
    architecture?: string;
    isFallbackAdapter?: boolean;
  };
}

async function hasHardwareWebGpu(): Promise<boolean> {
  const gpu = (
    globalThis.navigator as { gpu?: { requestAdapter(): Promise<GpuAdapter | null> } } | undefined
  )?.gpu;
  const adapter = await gpu?.requestAdapter();
  if (!adapter) return false;
  const { info } = adapter;
  const description = `${info?.vendor ?? ""} ${info?.architecture ?? ""} ${info?.description ?? ""}`;
  const isFallback = adapter.isFallbackAdapter ?? info?.isFallbackAdapter ?? false;
  return !isFallback && !SOFTWARE_RENDERERS.test(description);
}

function hasHardwareWebGl(): boolean {
  if (typeof OffscreenCanvas === "undefined") return false;
  const gl = new OffscreenCanvas(1, 1).getContext("webgl2");
  if (!gl) return false;
  const extension = gl.getExtension("WEBGL_debug_renderer_info");
  const name: unknown = gl.getParameter(
    extension ? extension.UNMASKED_RENDERER_WEBGL : gl.RENDERER,
  );
  const canRenderFloat32 = gl.getExtension("EXT_color_buffer_float") !== null;
  gl.getExtension("WEBGL_lose_context")?.loseContext();
  return canRenderFloat32 && !SOFTWARE_RENDERERS.test(String(name));
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
