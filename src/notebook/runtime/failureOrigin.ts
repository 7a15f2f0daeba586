// Framework tells a cell only what the name that it needs has failed with. Which cell it was that failed
// in the first place is found by going from input to input.
import { type PageRuntime, type Variable, variablesOf } from "./pageRuntime.js";

export interface FailureOrigin {
  /** What was thrown there. */
  error: unknown;
  /** The name that the cell needs and has not got; left out if it fails by itself. */
  name?: string;
  /** The editable cell that has failed; left out if it is none. */
  cell?: string;
}

/** Of the failure of the cell that shows in this block; undefined if no cell does. */
export async function failureOrigin(
  runtime: PageRuntime,
  block: Element,
): Promise<FailureOrigin | undefined> {
  let [variable] = variablesOf(runtime, block);
  let name: string | undefined;
  while (variable) {
    const error = await failureOf(variable);
    const input = failedInput(variable, error);
    if (!input) {
      const cell = cellOf(variable);
      return { error, ...(name !== undefined && { name }), ...(cell !== undefined && { cell }) };
    }
    if (input._name !== null && !input._name.startsWith("cell ")) name ??= input._name;
    variable = input;
  }
  return undefined;
}

function failureOf({ _promise }: Variable): Promise<unknown> {
  return _promise.then(
    () => undefined,
    (error: unknown) => error,
  );
}

/** A RuntimeError names the input that it comes from. */
function failedInput({ _inputs }: Variable, error: unknown): Variable | undefined {
  if (!(error instanceof Error) || error.name !== "RuntimeError") return undefined;
  const { input } = error as Error & { input?: string | null };
  return _inputs.find(({ _name }) => _name === input);
}

function cellOf({ _observer }: Variable): string | undefined {
  const block = typeof _observer === "object" ? _observer._node : undefined;
  return block?.closest<HTMLElement>(".cell")?.dataset["cell"];
}
