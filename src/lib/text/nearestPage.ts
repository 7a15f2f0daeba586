// Which page a reader meant who has come to an address that does not exist.
import { distance } from "fastest-levenshtein";

export interface NamedPage {
  /** Its file: `entrenar.html`. */
  file: string;
  /** As the index has it. */
  name: string;
}

/** Of a word's letters, how many may be other ones. */
const TOLERANCE = 1 / 3;

/** The page whose address or name is near the last word of the path; undefined where none is. */
export function nearestPage<Page extends NamedPage>(
  path: string,
  pages: readonly Page[],
): Page | undefined {
  const word = plain(lastWord(path));
  if (word === "") return undefined;
  const found = pages.map((page) => ({
    page,
    ratio: Math.min(farFrom(word, plain(page.file)), farFrom(word, plain(page.name))),
  }));
  const [nearest] = found.sort((a, b) => a.ratio - b.ratio);
  return nearest && nearest.ratio <= TOLERANCE ? nearest.page : undefined;
}

function lastWord(path: string): string {
  const word = path.replace(/\/+$/, "").split("/").at(-1)!;
  try {
    return decodeURIComponent(word);
  } catch {
    return word;
  }
}

/** Lower case, without accents, ending and signs: «¿En qué se fija?» → `en que se fija`. */
function plain(text: string): string {
  return text
    .normalize("NFD")
    .toLowerCase()
    .replace(/\p{M}|\.html?$/gu, "")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

function farFrom(word: string, name: string): number {
  return distance(word, name) / Math.max(word.length, name.length);
}
