// Loads the code of a tfjs backend in a browser, from the site's own files.
import * as tf from "../../lib/network/tf.js";
import type { Backend } from "./chooseBackend.js";

export async function loadBrowserBackend(backend: Backend): Promise<void> {
  if (backend === "webgpu") await import("@tensorflow/tfjs-backend-webgpu");
  if (backend === "webgl") await import("@tensorflow/tfjs-backend-webgl");
  if (backend === "wasm") {
    const { setWasmPaths } = await import("@tensorflow/tfjs-backend-wasm");
    // One thread: with more, tfjs starts workers from a blob, and gains little at this batch size.
    tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
    setWasmPaths({
      "tfjs-backend-wasm.wasm": import.meta
        .resolve("@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm"),
      "tfjs-backend-wasm-simd.wasm": import.meta
        .resolve("@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm"),
      // Never loaded, but tfjs asks for all three names.
      "tfjs-backend-wasm-threaded-simd.wasm": "",
    });
  }
}
