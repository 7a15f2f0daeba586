// What each page's head says of the fonts. The addresses in it are those of the preview; the build gives
// the files names with a digest, which `placeFonts` then writes into the rules.
import { publishedName } from "./fontFile.js";
import { fontRules } from "./fontRules.js";
import { typefaces } from "./typefaces.js";

/** A link for every file, so that Framework publishes it, and the rules of all faces. */
export async function fontHead(): Promise<string> {
  const links = typefaces.flatMap((face) =>
    face.files.map(({ style, preloaded }) => {
      const href = `fonts/${publishedName(face.package, style)}.woff2`;
      const wanted = preloaded ? "" : " data-on-use";
      return `<link rel="preload" as="font" type="font/woff2" crossorigin${wanted} href="${href}">`;
    }),
  );
  return `${links.join("\n")}\n<style>\n${await fontRules()}\n</style>`;
}
