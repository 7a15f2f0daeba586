// Where npm has put the files of a font, and the addresses that they get in the site.
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);

/** The path of a package's file of variable weight, with the letters of the languages of the west. */
export function variableFontFile(packageName: string, style: string): string {
  return fontFile(`@fontsource-variable/${packageName}`, `${packageName}-latin-wght-${style}`);
}

/** The path of a package's file of one weight, 400 or 700. */
export function staticFontFile(packageName: string, weight: number, style: string): string {
  return fontFile(`@fontsource/${packageName}`, `${packageName}-latin-${weight}-${style}`);
}

/** The name of a face's file in the site, without its ending: `source-serif-4-italic`. */
export function publishedName(packageName: string, style: string): string {
  return `${packageName}-${style}`;
}

function fontFile(packageName: string, file: string): string {
  const folder = dirname(require.resolve(`${packageName}/package.json`));
  return join(folder, "files", `${file}.woff2`);
}
