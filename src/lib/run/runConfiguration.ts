// What a run is made from: a network among the offered ones, or the reader's, and hyperparameters.
import { defaultHyperparameters, type Hyperparameters } from "./hyperparameters.js";
import { offeredNetworks } from "../network/offeredNetworks.js";
import { InternalError } from "../errors/internalError.js";
import { ReaderError } from "../errors/readerError.js";

/** The id of the reader's own network, which no link carries. */
export const OWN_NETWORK = "tuya";

export const networkIds: readonly string[] = [...offeredNetworks.map(({ id }) => id), OWN_NETWORK];

/** As the reader sees it: «Con 16 filtros»; the id of one that is offered no more. */
export function networkName(id: string): string {
  if (id === OWN_NETWORK) return "La tuya";
  return offeredNetworks.find((network) => network.id === id)?.name ?? id;
}

export interface RunConfiguration {
  /** One of `networkIds`. */
  network: string;
  hyperparameters: Hyperparameters;
}

export const defaultConfiguration: RunConfiguration = {
  network: networkIds[0]!,
  hyperparameters: defaultHyperparameters,
};

/**
 * tf.layers' JSON of its network; undefined for the original's. Throws a ReaderError for the
 * reader's own where there is none.
 * @param own the topology of the reader's network, if there is one
 */
export function configuredTopology(
  { network, hyperparameters }: RunConfiguration,
  own: string | undefined,
): string | undefined {
  if (network === OWN_NETWORK) {
    if (own !== undefined) return own;
    throw new ReaderError(
      "Tu red ya no está en este navegador: es otra vez la original. Elige otra, o hazla de nuevo en «Definir la red».",
    );
  }
  const offered = offeredNetworks.find(({ id }) => id === network);
  if (!offered)
    throw new InternalError(`one of ${networkIds.join(", ")} expected, ${network} found`);
  return offered.topology(hyperparameters.dropoutRate);
}
