// The faces that the site brings, each with the fonts of other machines that stand in until it arrives.
// Change them here: docs/look.md says how.

/** A font that many machines have, and an npm package with a free one of the same widths. */
export interface StandIn {
  /** Its name where it is installed, and the names of others that are as wide. */
  local: readonly string[];
  /** A package of Fontsource whose glyphs have its widths, such as `arimo` for Arial. */
  measuredBy: string;
}

export interface Typeface {
  family: string;
  /** The custom property of the style sheets that names it, without its dashes. */
  variable: "serif" | "sans-serif" | "monospace";
  /** A variable font of Fontsource, by the end of its package's name. */
  package: string;
  /** Its files: those that each page shows are asked for before the style sheet is read. */
  files: readonly { style: "normal" | "italic"; preloaded: boolean }[];
  standIns: readonly StandIn[];
}

const upright = { style: "normal", preloaded: true } as const;
const italic = { style: "italic", preloaded: false } as const;

export const typefaces: readonly Typeface[] = [
  {
    family: "Source Serif 4",
    variable: "serif",
    package: "source-serif-4",
    files: [upright, italic],
    standIns: [
      { local: ["Georgia", "Gelasio"], measuredBy: "gelasio" },
      { local: ["Times New Roman", "Liberation Serif", "Tinos"], measuredBy: "tinos" },
    ],
  },
  {
    family: "Source Sans 3",
    variable: "sans-serif",
    package: "source-sans-3",
    files: [upright, italic],
    standIns: [
      { local: ["Roboto"], measuredBy: "roboto" },
      { local: ["Arial", "Liberation Sans", "Arimo"], measuredBy: "arimo" },
    ],
  },
  {
    family: "Source Code Pro",
    variable: "monospace",
    package: "source-code-pro",
    files: [upright],
    standIns: [{ local: ["Courier New", "Liberation Mono", "Cousine"], measuredBy: "cousine" }],
  },
];
