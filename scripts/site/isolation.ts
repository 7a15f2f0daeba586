/** The headers that let pages share memory between threads: https://developer.mozilla.org/docs/Web/API/Window/crossOriginIsolated */
export const isolation = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
};
