import { compileCell } from "../../../src/notebook/compiler/compileCell.js";

/** The names that a cell uses, and those that it declares. */
export function cellNames(source: string): { inputs: string[]; outputs: string[] } {
  const { inputs, outputs } = compileCell(source);
  return { inputs, outputs };
}
