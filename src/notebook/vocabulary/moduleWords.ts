/** A module that cells may import, and the names of it that are in scope without an import. */
export interface ModuleWords {
  load: () => Promise<object>;
  /** A line of help in Spanish for each of its exports that is in scope. */
  help: Readonly<Record<string, string>>;
  /** The name that stands for the module itself. */
  whole?: { name: string; help: string };
}

/** Modules, by what a page would write to import them. */
export type Words = Readonly<Record<string, ModuleWords>>;

/** @param help of exports; a name that the module does not export does not compile */
export function moduleWords<Module extends object>(
  load: () => Promise<Module>,
  help: Partial<Record<keyof NoInfer<Module> & string, string>>,
): ModuleWords {
  return { load, help: help as Record<string, string> };
}
