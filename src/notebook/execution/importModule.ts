// What `import` does in a cell: among the modules that the site was built with, and as strict as the
// real one about names that a module does not have.
import { mostSimilar } from "../vocabulary/mostSimilar.js";
import { NotebookError } from "../errors/notebookError.js";
import { currentModule, loadModule, moduleNames } from "../vocabulary/vocabulary.js";

/** Rejects with a NotebookError for a module that is not there, or has not all of the names. */
export async function importModule(module: string, names: readonly string[] = []): Promise<object> {
  const loaded = await loadModule(module);
  if (!loaded) throw noSuchModule(module);
  const missing = names.find((name) => !Object.hasOwn(loaded, name));
  if (missing !== undefined) throw noSuchName(module, missing, Object.keys(loaded));
  return loaded;
}

function noSuchModule(module: string): NotebookError {
  const similar = mostSimilar(module, moduleNames);
  const advice =
    similar === undefined
      ? "Un sitio estático solo puede importar lo que se publicó con él; «tf», «d3», «Plot» e «Inputs» se usan sin importarlos."
      : `¿Querías decir «${currentModule(similar)}»?`;
  return new NotebookError(`«${module}» no está entre los módulos de este cuaderno. ${advice}`);
}

function noSuchName(module: string, name: string, names: readonly string[]): NotebookError {
  if (name === "default") {
    return new NotebookError(
      `«${module}» no tiene un valor por defecto: pon entre llaves los nombres que quieres de él, o impórtalo entero con «import * as nombre».`,
    );
  }
  const similar = mostSimilar(name, names);
  const advice = similar === undefined ? "" : ` ¿Querías decir «${similar}»?`;
  return new NotebookError(`«${module}» no tiene «${name}».${advice}`);
}
