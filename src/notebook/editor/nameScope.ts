// The names that a cell may use, as they are at the moment.
import type { NameScope } from "./completions.js";
import { isMissing } from "../runtime/missingNames.js";
import { pageRuntime } from "../runtime/pageRuntime.js";
import { vocabularyNames } from "../vocabulary/vocabulary.js";

/** The names in scope on the page that is open, and their values, each time as they are by then. */
export async function pageScope(): Promise<NameScope> {
  const runtime = await pageRuntime();
  const declared = () => runtime.declaredNames().filter((name) => !isMissing(name));
  const always = ["display", "view", "invalidation", "width", "resize"];
  return {
    names: () => [...new Set([...declared(), ...vocabularyNames, ...always])],
    values: () => Object.fromEntries(declared().map((name) => [name, runtime.valueOf(name)])),
  };
}
