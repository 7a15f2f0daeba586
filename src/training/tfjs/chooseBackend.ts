// Picks what tfjs computes on: a real GPU if there is one, else WebAssembly, else plain JavaScript.
// Each candidate must first compute the gradient of a small convolution; one that cannot is passed
// over. Only the backend that is tried is loaded.
import * as tf from "../../lib/network/tf.js";
import { registerConv2DBackpropFilter } from "./conv2DBackpropFilter.js";

export type Backend = "webgpu" | "webgl" | "wasm" | "cpu";

/** In order of preference. */
export const backends: readonly Backend[] = ["webgpu", "webgl", "wasm", "cpu"];

/** Loads a backend's code and registers it. */
export type LoadBackend = (backend: Backend) => Promise<void>;

/** None of the backends asked for works on this machine. */
export class BackendError extends Error {
  override name = "BackendError";
}

/** Sets the first backend that works and returns its name; `wanted` restricts the choice to one. Throws a BackendError. */
export async function chooseBackend(load: LoadBackend, wanted?: Backend): Promise<Backend> {
  const failures: string[] = [];
  for (const backend of wanted ? [wanted] : backends) {
    try {
      if (!(await isWorthTrying(backend))) {
        failures.push(`${backend}: no hardware for it`);
        continue;
      }
      await load(backend);
      if (backend === "wasm") registerConv2DBackpropFilter();
      if (!(await tf.setBackend(backend))) throw new Error("not available");
      await checkGradient();
      return backend;
    } catch (error) {
      failures.push(`${backend}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  throw new BackendError(`no backend of tfjs works here (${failures.join("; ")})`);
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

/** Throws if a small convolution's gradient is not finite or not what it should be. */
async function checkGradient(): Promise<void> {
  const gradient = tf.tidy(() => {
    const x = tf.ones<tf.Rank.R4>([2, 5, 5, 1]);
    return tf.grad((filter) => tf.sum(tf.conv2d(x, filter as tf.Tensor4D, 1, "valid")))(
      tf.ones([3, 3, 1, 2]),
    );
  });
  const values = await gradient.data();
  gradient.dispose();
  const expected = 2 * 3 * 3; // two images, nine positions, inputs of one
  const wrong = values.find((value) => Math.abs(value - expected) > 1e-3);
  if (wrong !== undefined) throw new Error(`gradient ${expected} expected, ${wrong} computed`);
}
