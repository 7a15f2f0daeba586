// What a run was made with, in one line.
import { formatInteger, formatNumber } from "../text/format.js";
import { offeredNetworks } from "../network/offeredNetworks.js";
import type { Run } from "./run.js";
import { defaultConfiguration, OWN_NETWORK } from "./runConfiguration.js";

/** «30 épocas, 60.000 imágenes, lotes de 20, …»; the network too where it is not the original's. */
export function runRecipe({
  network = defaultConfiguration.network,
  hyperparameters,
  history,
}: Pick<Run, "network" | "hyperparameters" | "history">): string {
  const { trainImages, batchSize, learningRate, momentum, dropoutRate, seed } = hyperparameters;
  const epochs = history.epochs.length;
  return [
    ...(network === defaultConfiguration.network ? [] : [networkPhrase(network)]),
    `${epochs} ${epochs === 1 ? "época" : "épocas"}`,
    `${formatInteger(trainImages)} imágenes`,
    `lotes de ${formatInteger(batchSize)}`,
    `tasa ${formatNumber(learningRate)}`,
    `momento ${formatNumber(momentum)}`,
    // the reader's network has its own, whatever the hyperparameter says
    ...(network === OWN_NETWORK ? [] : [`dropout ${formatNumber(dropoutRate)}`]),
    `semilla ${seed}`,
  ].join(", ");
}

function networkPhrase(id: string): string {
  if (id === OWN_NETWORK) return "con tu red";
  return `red «${offeredNetworks.find((offered) => offered.id === id)?.name ?? id}»`;
}
