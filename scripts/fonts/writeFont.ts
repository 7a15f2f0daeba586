// A loader's whole work for one font: the file of the npm package, unchanged, to stdout.
import { readFileSync } from "node:fs";
import { publishedName, variableFontFile } from "./fontFile.js";
import { typefaces } from "./typefaces.js";

/** Throws, with the names that there are, if no face has a file of this one. */
export function writeFont(name: string): void {
  const files = typefaces.flatMap((face) =>
    face.files.map(({ style }) => ({ face, style, name: publishedName(face.package, style) })),
  );
  const found = files.find((file) => file.name === name);
  if (!found) {
    throw new Error(`one of ${files.map((file) => file.name).join(", ")} expected, ${name} found`);
  }
  process.stdout.write(readFileSync(variableFontFile(found.face.package, found.style)));
}
