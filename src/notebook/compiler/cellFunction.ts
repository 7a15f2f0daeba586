// What has been compiled, as a function. It needs `eval`, which a page's security policy may refuse.
import { type CompiledCell, RUNTIME_NAME } from "./compileCell.js";

/** A cell's source as a function of what it calls besides its inputs, of its console and of its inputs. */
export type CellFunction = (
  helpers: object,
  console: object,
  ...inputs: unknown[]
) => Promise<Record<string, unknown>>;

/**
 * The cell as an async function, which gives what it declares by name.
 * @param inputs their names, in the order in which the function takes their values
 * @param url what the cell is called in the stack of its errors
 */
export function cellFunction(
  { code }: CompiledCell,
  inputs: readonly string[],
  url: string,
): CellFunction {
  const AsyncFunction = (async () => Promise.resolve()).constructor as new (
    ...parts: string[]
  ) => CellFunction;
  const parameters = [RUNTIME_NAME, "console", ...inputs];
  return new AsyncFunction(...parameters, `${code}\n//# sourceURL=${url}`);
}
