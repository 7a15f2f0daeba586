// Framework tells a cell only what the name that it needs has failed with. Which cell it was that failed
// in the first place is found by going from input to input.
import type { PageRuntime } from "./pageRuntime.js";

export interface FailureOrigin {
  /** What was thrown there. */
  error: unknown;
  /** The name that the cell needs and has not got; left out if it fails by itself. */
  name?: string;
  /** The editable cell that has failed; left out if it is none. */
  cell?: string;
}

/** Where the failure of the cell that shows in this block comes from; undefined if no cell does. */
export async function failureOrigin(
  runtime: PageRuntime,
  block: Element,
): Promise<FailureOrigin | undefined> {
  let [variable] = runtime.variablesOf(block);
  let name: string | undefined;
  while (variable) {
    const error = await runtime.failureOf(variable);
    const input = runtime.failedInputOf(variable, error);
    if (!input) {
      const cell = cellOf(runtime.blockOf(variable));
      return { error, ...(name !== undefined && { name }), ...(cell !== undefined && { cell }) };
    }
    name ??= runtime.nameOf(input);
    variable = input;
  }
  return undefined;
}

function cellOf(block: Element | undefined): string | undefined {
  return block?.closest<HTMLElement>(".cell")?.dataset["cell"];
}
