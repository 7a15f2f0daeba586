// Names that a cell uses and nobody declares. Each gets a variable that fails in Spanish, until a cell
// declares the name: then the cells that wait for it run by themselves.
import { isBrowserName } from "./browserNames.js";
import { mostSimilar } from "../vocabulary/mostSimilar.js";
import { NotebookError } from "../errors/notebookError.js";
import type { PageRuntime, Variable } from "./pageRuntime.js";
import { loadVocabulary, vocabularyNames } from "../vocabulary/vocabulary.js";

const missing = new Map<string, Variable>();
/** The variables of words of the vocabulary that cells use. */
const provided = new Map<string, Variable>();

/** Gives a value, from the notebook's vocabulary, or an explanation to the names that have none. */
export function provideNames(runtime: PageRuntime, names: readonly string[]): void {
  for (const name of names) {
    if (runtime.isBuiltin(name)) continue;
    if (isBrowserName(name) && !fromPython.has(name)) {
      freeNames(runtime, [name]); // the runtime gives the browser's, or a cell its own
      continue;
    }
    if (runtime.isDeclared(name)) continue;
    if (vocabularyNames.includes(name)) {
      provided.set(
        name,
        runtime.declare(name, () => loadVocabulary(name)),
      );
      continue;
    }
    const fail = () => {
      throw explainMissing(runtime, name);
    };
    missing.set(name, runtime.declare(name, fail));
  }
}

/** What readers of the original notebook may write; the browser means something else by some of it. */
const fromPython = new Map([
  ["True", "true"],
  ["False", "false"],
  ["None", "null"],
  ["print", "display(…)"],
  ["len", "lista.length"],
  ["range", "d3.range(…)"],
  ["self", "this"],
  ["open", "fetch(…)"],
]);

/** Says that nobody declares the name, and which one may have been meant. */
export function explainMissing(runtime: PageRuntime, name: string, line?: number): NotebookError {
  const known = runtime.declaredNames().filter((declared) => !missing.has(declared));
  const similar = mostSimilar(name, [...known, ...vocabularyNames]);
  const advice = fromPython.get(name)
    ? `En JavaScript se escribe «${fromPython.get(name)!}».`
    : similar === undefined
      ? "¿Falta la celda que lo declara?"
      : `¿Querías decir «${similar}»?`;
  return new NotebookError(`«${name}» no está definido. ${advice}`, line);
}

export function isMissing(name: string): boolean {
  return missing.has(name);
}

/** Whether a cell may declare it although it has a variable: it stands for what no cell declares. */
export function isFree(name: string): boolean {
  return missing.has(name) || provided.has(name);
}

/** Frees the names for the cell that declares them now. */
export function freeNames(runtime: PageRuntime, names: readonly string[]): void {
  for (const variables of [missing, provided]) {
    for (const name of names) {
      const variable = variables.get(name);
      if (variable) runtime.remove(variable);
      variables.delete(name);
    }
  }
}

/** Explains names that a cell no longer declares to the cells that still use them. */
export function explainLost(runtime: PageRuntime, names: readonly string[]): void {
  provideNames(
    runtime,
    names.filter((name) => runtime.isUsed(name)),
  );
}
