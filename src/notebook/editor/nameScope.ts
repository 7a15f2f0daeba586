// The names that a cell may use, as they are at the moment.
import type { NameScope } from "./completions.js";
import { isMissing } from "../runtime/missingNames.js";
import { declaredNames, pageRuntime, type PageRuntime } from "../runtime/pageRuntime.js";
import { vocabularyNames } from "../vocabulary/vocabulary.js";

/** Of the page that is open. */
export async function pageScope(): Promise<NameScope> {
  const runtime = await pageRuntime();
  const declared = () => declaredNames(runtime).filter((name) => !isMissing(name));
  const always = ["display", "view", "invalidation", "width", "resize"];
  return {
    names: () => [...new Set([...declared(), ...vocabularyNames, ...always])],
    values: () => Object.fromEntries(declared().map((name) => [name, valueOf(runtime, name)])),
  };
}

function valueOf({ main }: PageRuntime, name: string): unknown {
  return main._scope.get(name)?._value;
}
