// The contestants' names, by which the table of goals and the site's pages find them.
export const contestantNames = {
  engine: "engine, Chromium",
  engineInNode: "engine, Node",
  pytorch: "PyTorch",
  tfjsWasm: "tfjs wasm, Chromium",
  tfjsCpu: "tfjs cpu, Chromium",
  jax: "jax-js wasm, Chromium",
  convnet: "ConvNetJS, Chromium",
} as const;
