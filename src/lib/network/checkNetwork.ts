// What a network must be like for the other pages to train it, told on the page where it is defined.
import { CLASS_COUNT } from "../dataset/dataset.js";
import { ReaderError } from "../errors/readerError.js";
import { formatCount, formatInteger } from "../text/format.js";
import { networkJson } from "./networkJson.js";
import type * as tf from "./tf.js";
import { parseTopology } from "./topology.js";

/** With more weights a page would freeze while it sets them, and training would not fit in its memory. */
const MOST_WEIGHTS = 10_000_000;

/** Throws a ReaderError unless it is a network that the notebook trains, which gives a number for each class, of a size to train here. */
export function checkNetwork(network: tf.LayersModel): void {
  const kind = (network as Partial<tf.LayersModel> | undefined)?.getClassName?.();
  if (kind === undefined) {
    throw new ReaderError(
      "Aquí se entrenan redes de capas (tf.sequential o tf.model), y esto es otra cosa.",
    );
  }
  parseTopology(JSON.stringify(networkJson(network)));
  checkSize(network);
  const outputs = (network.outputShape as (number | null)[]).slice(1);
  const given = outputs.reduce<number>((product, size) => product * (size ?? 1), 1);
  if (outputs.length === 1 && given === CLASS_COUNT) return;
  throw new ReaderError(
    `La red da ${formatCount(given, "número", "números")}${outputs.length > 1 ? ` de forma [${outputs.join(", ")}]` : ""}; hacen falta ${CLASS_COUNT} en una fila, uno por clase. Mira las «units» de la última capa densa.`,
  );
}

/** Throws a ReaderError for a network of more than MOST_WEIGHTS. */
export function checkSize(network: tf.LayersModel): void {
  const weights = network.countParams();
  if (weights <= MOST_WEIGHTS) return;
  throw new ReaderError(
    `La red tiene ${formatInteger(weights)} pesos, y en una página caben hasta ${formatInteger(MOST_WEIGHTS)}. Prueba con menos filtros o neuronas.`,
  );
}
