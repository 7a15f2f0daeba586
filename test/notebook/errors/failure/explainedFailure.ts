import * as Plot from "@observablehq/plot";
import * as d3 from "d3";
import { convolve3x3 } from "../../../../src/lib/network/convolve3x3.js";
import { accuracy } from "../../../../src/lib/network/metrics.js";
import * as tf from "../../../../src/lib/network/tf.js";
import { compileCell } from "../../../../src/notebook/compiler/compileCell.js";
import { cellFunctionHere } from "../../cellFunctionHere.js";
import { type CellError, explainError } from "../../../../src/notebook/errors/explainError.js";
import { importModule } from "../../../../src/notebook/execution/importModule.js";

const scope: Record<string, unknown> = { tf, d3, Plot, accuracy, convolve3x3, structuredClone };

/** What the reader is told when this cell runs. */
export async function explainedFailure(source: string): Promise<CellError> {
  const compiled = compileCell(source);
  const nothing = () => undefined;
  const helpers = { turn: nothing, made: nothing, load: importModule, show: nothing };
  const run = await cellFunctionHere(compiled, compiled.inputs, "celda-red.js");
  try {
    await run(helpers, console, ...compiled.inputs.map((name) => scope[name]));
  } catch (error) {
    return explainError(error, { name: "red", source });
  }
  throw new Error(`a failure expected of ${source}`);
}
