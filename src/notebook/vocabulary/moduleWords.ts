/** A line of help in Spanish; with more, if the word needs it. */
export type Word =
  | string
  | {
      help: string;
      /** It starts work that takes seconds or more: a cell that uses it runs only when the reader says so. */
      costly: true;
    };

/** A module that cells may import, and the names of it that are in scope without an import. */
export interface ModuleWords {
  load: () => Promise<object>;
  /** Those of its exports that are in scope. */
  words: Readonly<Record<string, Word>>;
  /** The name that stands for the module itself. */
  whole?: { name: string; help: string };
}

/** Modules, by what a page would write to import them. */
export type Words = Readonly<Record<string, ModuleWords>>;

/** @param words for exports; a name that the module does not export does not compile */
export function moduleWords<Module extends object>(
  load: () => Promise<Module>,
  words: Partial<Record<keyof NoInfer<Module> & string, Word>>,
): ModuleWords {
  return { load, words: words as Record<string, Word> };
}
