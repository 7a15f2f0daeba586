// The style rules of the site's fonts: each face, and for each a stand-in made of a font that the
// reader's machine has, stretched to the same measures, so that nothing moves when the face arrives.
import { publishedName, staticFontFile, variableFontFile } from "./fontFile.js";
import { type FontMeasure, measureFont } from "./measureFont.js";
import { type StandIn, type Typeface, typefaces } from "./typefaces.js";

/** The folder of the fonts, as a page addresses it while the site is being written. */
export const FONT_FOLDER = "./_file/fonts/";

const WEIGHTS = [400, 700] as const;

/** Rules for all faces, and the custom properties that name them with their stand-ins. */
export async function fontRules(): Promise<string> {
  const rules: string[] = [];
  for (const face of typefaces) {
    rules.push(...ownRules(face), ...(await standInRules(face)));
  }
  const names = typefaces.map((face) => `--${face.variable}: ${familiesOf(face).join(", ")};`);
  return `${rules.join("\n")}\n:root { ${names.join(" ")} }`;
}

/** `"Source Sans 3", "Source Sans 3 (Roboto)"…`: the order in which the browser looks for a glyph. */
function familiesOf(face: Typeface): string[] {
  const named = [face.family, ...face.standIns.map((standIn) => standInName(face, standIn))];
  return [...named.map((name) => `"${name}"`), face.variable];
}

function standInName(face: Typeface, standIn: StandIn): string {
  return `${face.family} (${standIn.local[0]!})`;
}

function ownRules(face: Typeface): string[] {
  return face.files.map(({ style }) => {
    const url = `${FONT_FOLDER}${publishedName(face.package, style)}.woff2`;
    return rule({
      "font-family": `"${face.family}"`,
      "font-style": style,
      "font-weight": "200 900",
      "font-display": "optional",
      src: `url("${url}") format("woff2")`,
    });
  });
}

/** One rule for each stand-in, style and weight. */
async function standInRules(face: Typeface): Promise<string[]> {
  const rules: string[] = [];
  for (const { style } of face.files) {
    for (const weight of WEIGHTS) {
      const wanted = await measureFont(variableFontFile(face.package, style), weight);
      for (const standIn of face.standIns) {
        const file = staticFontFile(standIn.measuredBy, weight, style);
        rules.push(
          rule({
            "font-family": `"${standInName(face, standIn)}"`,
            "font-style": style,
            "font-weight": String(weight),
            src: standIn.local
              .map((name) => `local("${fullName(name, style, weight)}")`)
              .join(", "),
            ...metricsFor(wanted, await measureFont(file, weight)),
          }),
        );
      }
    }
  }
  return rules;
}

/** What makes a text set in `found` as wide as in `wanted`, and its lines as tall. */
export function metricsFor(wanted: FontMeasure, found: FontMeasure): Record<string, string> {
  const size = wanted.sampleWidth / found.sampleWidth;
  return {
    "size-adjust": percent(size),
    "ascent-override": percent(wanted.ascent / size),
    "descent-override": percent(wanted.descent / size),
    "line-gap-override": percent(wanted.lineGap / size),
  };
}

/** The name by which `local()` finds one font of a family: `Georgia Bold Italic`. */
function fullName(family: string, style: string, weight: number): string {
  return `${family}${weight === 700 ? " Bold" : ""}${style === "italic" ? " Italic" : ""}`;
}

function percent(ratio: number): string {
  return `${(100 * ratio).toFixed(2)}%`;
}

function rule(declarations: Record<string, string>): string {
  const lines = Object.entries(declarations).map(([name, value]) => `${name}: ${value};`);
  return `@font-face { ${lines.join(" ")} }`;
}
