// The one door to TensorFlow.js: its core operations and its layers, on the `cpu` backend. Pages and
// workers import it from here, so that a single copy is loaded. The umbrella package would add the
// converter, the data API and a second copy of the core.
import "@tensorflow/tfjs-backend-cpu";

export * from "@tensorflow/tfjs-core";
export * from "@tensorflow/tfjs-layers";
