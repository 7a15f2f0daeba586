// What the colours of the map say: each point belongs to a group, which has a colour and a shape. Pure; the colours
// themselves stand in map.css.
import { formatPercent } from "../../../lib/text/format.js";

export type ColourMode = "class" | "prediction" | "result" | "confidence";

export interface KnownPoints {
  /** [N]. */
  labels: Uint8Array;
  predictions: Uint8Array;
  /** 0–1, [N]. */
  confidences: Float32Array;
}

export interface Group {
  name: string;
  /** How many points. */
  count: number;
  /** Of a custom property of CSS. */
  color: string;
  /** The place of its shape among `shapes`. */
  shape: number;
}

export interface Grouping {
  /** In the order in which they are drawn. */
  groups: Group[];
  /** The group of each point, [N]. */
  of: Uint8Array;
}

export const colourModes: readonly (readonly [ColourMode, string])[] = [
  ["class", "clase verdadera"],
  ["prediction", "predicción"],
  ["result", "acierto o error"],
  ["confidence", "seguridad de la red"],
];

/** Where one step of the network's confidence ends and the next begins. */
const STEPS = [0.5, 0.7, 0.9, 0.99];

export function groupPoints(
  mode: ColourMode,
  known: KnownPoints,
  names: readonly string[],
): Grouping {
  switch (mode) {
    case "class":
      return counted(classGroups(names), known.labels);
    case "prediction":
      return counted(classGroups(names), known.predictions);
    case "result":
      return counted(
        [
          { name: "Acierto", color: "--map-right", shape: 0 },
          { name: "Error", color: "--map-wrong", shape: 6 },
        ],
        known.labels.map((label, n) => (label === known.predictions[n] ? 0 : 1)),
      );
    case "confidence":
      return counted(confidenceGroups(), Uint8Array.from(known.confidences, stepOf));
  }
}

type Named = Omit<Group, "count">;

function classGroups(names: readonly string[]): Named[] {
  return names.map((name, i) => ({ name, color: `--map-class-${i}`, shape: i }));
}

function confidenceGroups(): Named[] {
  const ends = STEPS.map((step) => formatPercent(step, 0));
  return [...STEPS, 1].map((_, i) => ({
    name:
      i === 0
        ? `Menos del ${ends[0]!}`
        : i === STEPS.length
          ? `${ends[i - 1]!} o más`
          : `Del ${ends[i - 1]!} al ${ends[i]!}`,
    color: `--map-step-${i}`,
    shape: i,
  }));
}

function stepOf(confidence: number): number {
  const step = STEPS.findIndex((end) => confidence < end);
  return step < 0 ? STEPS.length : step;
}

function counted(groups: readonly Named[], of: Uint8Array): Grouping {
  const counts = new Uint32Array(groups.length);
  for (const group of of) counts[group]!++;
  return { groups: groups.map((group, i) => ({ ...group, count: counts[i]! })), of };
}
