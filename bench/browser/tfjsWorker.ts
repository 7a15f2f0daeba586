// TensorFlow.js in Chromium on the processor: its WebAssembly backend, with the one kernel that it lacks
// composed of others, or its plain JavaScript.
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { serveTrainer } from "./serveTrainer.js";
import * as tf from "../../src/lib/network/tf.js";
import { type Backend, chooseBackend } from "../../src/training/tfjs/chooseBackend.js";
import { createTfjsTrainer } from "../../src/training/tfjs/tfjsTrainer.js";

serveTrainer(async ({ backend, ...request }) => {
  // One thread, as on the site: with more, tfjs starts workers from a blob, and gains little.
  tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
  setWasmPaths("/wasm/");
  await chooseBackend(() => Promise.resolve(), backend as Backend); // both are in this bundle
  return createTfjsTrainer(request);
});
