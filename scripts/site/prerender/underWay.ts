// What a page and its workers have under way outside their own code: files that are read, WebAssembly that is compiled.
// On a busy machine that takes any time, so that silence alone does not say that all is done.

/** A count that a page and its workers share. */
export const newCount = (): Int32Array => new Int32Array(new SharedArrayBuffer(4));

/** The same function, counted while its promise is open. */
export function counted<Args extends unknown[], Result>(
  count: Int32Array,
  work: (...args: Args) => Promise<Result>,
): (...args: Args) => Promise<Result> {
  return async (...args) => {
    Atomics.add(count, 0, 1);
    try {
      return await work(...args);
    } finally {
      Atomics.sub(count, 0, 1);
    }
  };
}

/** Counts what WebAssembly compiles from now on. */
export function countCompilations(count: Int32Array): void {
  const { compile, instantiate } = WebAssembly;
  Object.assign(WebAssembly, {
    compile: counted(count, compile),
    instantiate: counted(count, instantiate as (...args: unknown[]) => Promise<unknown>),
  });
}
