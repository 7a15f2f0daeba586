// A line of text as an outline, set in one of the site's own fonts.
import { create, type Font } from "fontkit";
import fontverter from "fontverter";
import { readFileSync } from "node:fs";
import { variableFontFile } from "../../fonts/fontFile.js";

export interface TextOptions {
  x: number;
  /** Of the baseline. */
  y: number;
  /** Of the font, in the drawing's units. */
  size: number;
  fill: string;
}

/** @param packageName of Fontsource: `source-serif-4` @returns a function from a line to an SVG path */
export async function textSetter(
  packageName: string,
  weight: number,
): Promise<(line: string, options: TextOptions) => string> {
  const file = readFileSync(variableFontFile(packageName, "normal"));
  const font = (create(await fontverter.convert(file, "sfnt")) as Font).getVariation({
    wght: weight,
  });
  return (line, { x, y, size, fill }) => {
    const scale = size / font.unitsPerEm;
    const { glyphs, positions } = font.layout(line);
    let along = 0;
    const outlines = glyphs.map((glyph, i) => {
      const { xOffset, xAdvance } = positions[i]!;
      const path = `<path transform="translate(${along + xOffset} 0)" d="${glyph.path.toSVG()}"/>`;
      along += xAdvance;
      return path;
    });
    return `<g fill="${fill}" transform="translate(${x} ${y}) scale(${scale} ${-scale})">${outlines.join("")}</g>`;
  };
}
