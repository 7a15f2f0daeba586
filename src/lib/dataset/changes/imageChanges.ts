// The changes that a network is tried with: how far each goes, and the amounts at which its accuracy is measured.
import { addNoise } from "./addNoise.js";
import { blurImage } from "./blurImage.js";
import { invertImage } from "./invertImage.js";
import { scaleImage } from "./scaleImage.js";
import { shiftImage } from "./shiftImage.js";
import { turnImage } from "./turnImage.js";

export type ChangeName = "right" | "down" | "turn" | "scale" | "invert" | "noise" | "blur";

/** How much there is of each change. */
export type ChangeAmounts = Record<ChangeName, number>;

export interface ImageChange {
  name: ChangeName;
  /** In Spanish, of a slider and of a chart. */
  label: string;
  /** What is counted; empty: a plain number. */
  unit: string;
  /** Decimals of an amount. */
  decimals: number;
  min: number;
  max: number;
  step: number;
  /** The amount that changes nothing. */
  none: number;
  /** Those of a curve, in order; `none` is among them. */
  measured: readonly number[];
  /** @param image tells the noise of one image from that of another */
  apply: (pixels: Uint8Array, amount: number, image?: { index: number }) => Uint8Array;
}

/** Along a row or a column. */
const movement = {
  unit: "píxeles",
  decimals: 0,
  min: -8,
  max: 8,
  step: 1,
  none: 0,
  measured: [-8, -6, -4, -3, -2, -1, 0, 1, 2, 3, 4, 6, 8],
};
/** To each side. */
const degrees = [10, 20, 30, 45, 60, 90, 135, 180];

/** In the order in which the page applies them. */
export const imageChanges: readonly ImageChange[] = [
  {
    name: "scale",
    label: "Tamaño",
    unit: "",
    decimals: 2,
    min: 0.4,
    max: 1.6,
    step: 0.05,
    none: 1,
    measured: [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.4, 1.6],
    apply: scaleImage,
  },
  {
    name: "turn",
    label: "Giro",
    unit: "grados",
    decimals: 0,
    min: -180,
    max: 180,
    step: 5,
    none: 0,
    measured: [...degrees.map((turn) => -turn).reverse(), 0, ...degrees],
    apply: turnImage,
  },
  {
    ...movement,
    name: "right",
    label: "A la derecha",
    apply: (pixels, right) => shiftImage(pixels, { right }),
  },
  {
    ...movement,
    name: "down",
    label: "Abajo",
    apply: (pixels, down) => shiftImage(pixels, { down }),
  },
  {
    name: "blur",
    label: "Desenfoque",
    unit: "píxeles",
    decimals: 1,
    min: 0,
    max: 3,
    step: 0.1,
    none: 0,
    measured: [0, 0.3, 0.6, 0.9, 1.2, 1.5, 1.8, 2.1, 2.4, 2.7, 3],
    apply: blurImage,
  },
  {
    name: "noise",
    label: "Ruido",
    unit: "niveles de gris",
    decimals: 0,
    min: 0,
    max: 100,
    step: 2,
    none: 0,
    measured: [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100],
    apply: (pixels, deviation, image) => addNoise(pixels, deviation, image),
  },
  {
    name: "invert",
    label: "Negativo",
    unit: "",
    decimals: 2,
    min: 0,
    max: 1,
    step: 0.05,
    none: 0,
    measured: [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1],
    apply: invertImage,
  },
];

/** The amounts that leave an image as it is. */
export function noChange(): ChangeAmounts {
  return Object.fromEntries(imageChanges.map(({ name, none }) => [name, none])) as ChangeAmounts;
}
