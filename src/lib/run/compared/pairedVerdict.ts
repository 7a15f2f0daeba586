// Two configurations against each other: runs of the same seed in pairs, the interval of the difference of their
// accuracies, and McNemar's test of each pair on the same images, told in one sentence.
import * as d3 from "d3";
import { type HeldOutSet, whereHeldOut } from "../heldOut/heldOut.js";
import { mcnemar } from "../../numbers/mcnemar.js";
import { CONFIDENCE, type Interval, meanInterval } from "../../numbers/meanInterval.js";
import { formatCount, formatDecimal } from "../../text/format.js";

/** What one run got on the images that it is judged by. */
export interface Judged {
  seed: number;
  /** 0–1. */
  accuracy: number;
  /** Which images they are: of another text, others. */
  images: string;
  /** 1 for each of them that it gets right, else 0; left out: unknown. */
  right?: Uint8Array | undefined;
}

export interface PairedVerdict {
  /** How many seeds both have. */
  pairs: number;
  /** The mean of the second's accuracy less the first's, 0–1. */
  difference: number;
  /** In which the mean difference lies, with 95 % confidence; undefined for less than two pairs. */
  interval: Interval | undefined;
  /** In how many pairs McNemar's test tells the two apart, of those whose images are the same. */
  told: number;
  compared: number;
}

/** Undefined where no seed is in both. */
export function pairedVerdict(
  first: readonly Judged[],
  second: readonly Judged[],
): PairedVerdict | undefined {
  const pairs = first.flatMap((one): [Judged, Judged][] => {
    const other = second.find(({ seed }) => seed === one.seed);
    return other ? [[one, other]] : [];
  });
  if (pairs.length === 0) return undefined;
  const differences = pairs.map(([one, other]) => other.accuracy - one.accuracy);
  const chances = pairs.flatMap(([one, other]) => chanceOf(one, other) ?? []);
  return {
    pairs: pairs.length,
    difference: d3.mean(differences)!,
    interval: meanInterval(differences),
    told: chances.filter((chance) => chance < 1 - CONFIDENCE).length,
    compared: chances.length,
  };
}

function chanceOf(first: Judged, second: Judged): number | undefined {
  const [one, other] = [first.right, second.right];
  if (!one || !other || first.images !== second.images) return undefined;
  const onlyFirst = d3.sum(one, (right, i) => right * (1 - other[i]!));
  const onlySecond = d3.sum(other, (right, i) => right * (1 - one[i]!));
  return mcnemar(onlyFirst, onlySecond);
}

/**
 * One sentence, in Spanish.
 * @param change from the first to the second: «tasa de aprendizaje 0,001 → 0,01»
 */
export function describeVerdict(
  { pairs, difference, interval, told, compared }: PairedVerdict,
  { change, set }: { change: string; set: HeldOutSet },
): string {
  const lead =
    `Con «${change}», la exactitud ${whereHeldOut[set]} ${moved(difference)} de media en ` +
    formatCount(pairs, "pareja de la misma semilla", "parejas de la misma semilla");
  const images =
    compared === 0
      ? ""
      : `; imagen por imagen, la prueba de McNemar distingue las dos redes en ${told} de ${formatCount(compared, "pareja", "parejas")}`;
  if (!interval)
    return `${lead}${images}: con una sola no hay intervalo, y no se sabe si es el cambio o la semilla.`;
  const [low, high] = interval;
  const isTold = low > 0 || high < 0;
  return (
    `${lead}, y el intervalo del 95 % de esa diferencia va de ${signed(low)} a ${signed(high)} puntos${images}: ` +
    (isTold
      ? "parece cosa del cambio, al menos con esta receta y estas imágenes."
      : "cabe que no haya diferencia, así que no dice cuál es mejor.")
  );
}

function moved(difference: number): string {
  const points = `${formatDecimal(100 * Math.abs(difference), 1)} puntos`;
  if (difference === 0) return "queda igual";
  return difference > 0 ? `sube ${points}` : `baja ${points}`;
}

function signed(ratio: number): string {
  return `${ratio > 0 ? "+" : ""}${formatDecimal(100 * ratio, 1)}`;
}
