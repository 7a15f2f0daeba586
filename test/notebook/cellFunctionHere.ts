// A compiled cell as a function in Node, which imports no `blob:` addresses as the pages do.
import { type CellFunction, cellModule } from "../../src/notebook/compiler/cellModule.js";
import type { CompiledCell } from "../../src/notebook/compiler/compileCell.js";

export async function cellFunctionHere(
  compiled: CompiledCell,
  inputs: readonly string[],
  url: string,
): Promise<CellFunction> {
  const module = Buffer.from(cellModule(compiled, inputs, url)).toString("base64");
  const address = `data:text/javascript;base64,${module}#${url}`;
  return ((await import(/* @vite-ignore */ address)) as { default: CellFunction }).default;
}
