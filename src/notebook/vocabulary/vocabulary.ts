// The notebook's own vocabulary: the libraries and the modules that the pages import, in scope in every
// cell that the reader changes, each name with a line of help. Nothing is loaded before it is used.
// What there is stands in vocabulary/, by area.
import { dataWords } from "./dataWords.js";
import { figureWords } from "./figureWords.js";
import { formerModules } from "./formerModules.js";
import { gradientWords } from "./gradientWords.js";
import { insideWords } from "./insideWords.js";
import { libraryWords } from "./libraryWords.js";
import { limitWords } from "./limitWords.js";
import { measurementWords } from "./measurementWords.js";
import type { Words } from "./moduleWords.js";
import { networkWords } from "./networkWords.js";
import { panelWords } from "./panelWords.js";
import { runWords } from "./runWords.js";
import { trainingWords } from "./trainingWords.js";

/** What a cell may import, by the name that a page would write. */
export const vocabulary: Words = {
  ...libraryWords,
  ...dataWords,
  ...networkWords,
  ...trainingWords,
  ...runWords,
  ...figureWords,
  ...insideWords,
  ...limitWords,
  ...gradientWords,
  ...panelWords,
  ...measurementWords,
};

interface Entry {
  name: string;
  help: string;
  module: string;
  costly: boolean;
  /** `name` stands for the module itself, not for one of its exports. */
  whole: boolean;
}

const entries: Entry[] = Object.entries(vocabulary).flatMap(([module, { words, whole }]) => [
  ...(whole ? [{ ...whole, module, costly: false, whole: true }] : []),
  ...Object.entries(words).map(([name, word]) => {
    const { help, costly } = typeof word === "string" ? { help: word, costly: false } : word;
    return { name, help, costly, module, whole: false };
  }),
]);
const entryOf = new Map(entries.map((entry) => [entry.name, entry]));

/** What Framework itself puts in scope. */
const frameworkHelp = new Map([
  ["display", "Muestra un valor o un elemento encima de la celda siguiente."],
  ["view", "Muestra un control; su valor llega a las celdas que lo usan."],
  ["invalidation", "Una promesa que se cumple cuando la celda va a ejecutarse otra vez."],
  ["width", "El ancho de la página, en píxeles."],
  ["resize", "Dibuja de nuevo cuando cambia el ancho."],
  ["dark", "Si el tema es oscuro."],
  ["now", "La hora, en milisegundos."],
]);

/** All that a cell may import, former addresses too. */
export const moduleNames: readonly string[] = [...Object.keys(vocabulary), ...formerModules.keys()];

export const vocabularyNames: readonly string[] = entries.map(({ name }) => name);

/** Those that start work of seconds or more. */
export const costlyNames: ReadonlySet<string> = new Set(
  entries.filter(({ costly }) => costly).map(({ name }) => name),
);

/** A line of help in Spanish; undefined for a name that the notebook does not know. */
export function helpOf(name: string): string | undefined {
  return entryOf.get(name)?.help ?? frameworkHelp.get(name);
}

/** The value of one of the vocabulary's names. */
export async function loadVocabulary(name: string): Promise<unknown> {
  const { module, whole } = entryOf.get(name)!;
  const loaded = await vocabulary[module]!.load();
  return whole ? loaded : (loaded as Record<string, unknown>)[name];
}

/** What the module that a cell imports is called now: cells of earlier versions use its former address. */
export function currentModule(name: string): string {
  return formerModules.get(name) ?? name;
}

/** The module that a cell imports by that address; undefined for what the site was not built with. */
export async function loadModule(name: string): Promise<object | undefined> {
  const module = currentModule(name);
  return Object.hasOwn(vocabulary, module) ? vocabulary[module]!.load() : undefined;
}
