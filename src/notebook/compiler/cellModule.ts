// What has been compiled, as a module by itself.
import { type CompiledCell, RUNTIME_NAME } from "./compileCell.js";

/** A cell's source as a function of what it calls besides its inputs, of its console and of its inputs. */
export type CellFunction = (
  helpers: object,
  console: object,
  ...inputs: unknown[]
) => Promise<Record<string, unknown>>;

/**
 * The text of a module whose default export is a CellFunction: it gives what the cell declares by name. The cell begins
 * after LINES_BEFORE_BODY lines.
 * @param inputs their names, in the order in which the function takes their values
 * @param url what the cell is called in the stack of its errors
 */
export function cellModule({ code }: CompiledCell, inputs: readonly string[], url: string): string {
  const parameters = [RUNTIME_NAME, "console", ...inputs].join(", ");
  return `export default async function (${parameters}) {\n${code}\n}\n//# sourceURL=${url}`;
}
