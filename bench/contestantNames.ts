// The contestants' names, by which the table of goals and the site's pages find them.
export const contestantNames = {
  engine: "engine, Chromium",
  engineInNode: "engine, Node",
  /** In front of the version and, in brackets, the library that multiplies matrices. */
  pytorch: "PyTorch",
  /** Beside the network with batch normalization, to compare with. */
  engineOnOriginal: "original without normalization, Chromium",
  tfjsWasm: "tfjs wasm, Chromium",
  tfjsCpu: "tfjs cpu, Chromium",
  jax: "jax-js wasm, Chromium",
  convnet: "ConvNetJS, Chromium",
} as const;
