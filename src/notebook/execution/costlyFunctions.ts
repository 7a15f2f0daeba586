// Functions that cells declare, with work that takes seconds or more wherever they are called.
import type { PlannedWork, Work } from "../compiler/costlyWork.js";

const costlyFunctions = new WeakSet();

/** @param values of the names that the cell uses */
export function isCostly({ isCostly, names }: Work, values: ReadonlyMap<string, unknown>): boolean {
  return (
    isCostly || [...values].some(([name, value]) => names.has(name) && isCostlyFunction(value))
  );
}

/** Tells the cells that will call them. */
export function rememberCostlyFunctions(
  { later }: PlannedWork,
  values: ReadonlyMap<string, unknown>,
  outputs: Readonly<Record<string, unknown>>,
): void {
  for (const [name, work] of later) {
    const declared = outputs[name];
    if (typeof declared === "function" && isCostly(work, values)) costlyFunctions.add(declared);
  }
}

function isCostlyFunction(value: unknown): boolean {
  return typeof value === "function" && costlyFunctions.has(value);
}
