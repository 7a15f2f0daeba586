// What the reader has set on the training page, kept as long as the tab lives, so that neither a reload
// nor a look at another page loses it. It is kept as a link's query is written, and checked as one.
import { parsePermalink, permalinkQuery } from "./permalink.js";
import { readerNetwork } from "./readerNetwork.js";
import { defaultConfiguration, OWN_NETWORK, type RunConfiguration } from "./runConfiguration.js";
import { siteAddress } from "./siteAddress.js";

const queryKey = () => `red-convolucional ${siteAddress()} entrenar`;
const ownKey = () => `${queryKey()} propia`;

export function keepConfiguration(configuration: RunConfiguration): void {
  try {
    sessionStorage.setItem(queryKey(), permalinkQuery(configuration));
    sessionStorage.setItem(ownKey(), readerNetwork() ?? "");
  } catch {
    // A browser that keeps nothing for this site: the form begins again with the original's values.
  }
}

/** Undefined if nothing was set. A choice of network is void once the reader has made another. */
export function keptConfiguration(): RunConfiguration | undefined {
  try {
    const query = sessionStorage.getItem(queryKey());
    if (query === null) return undefined;
    const { network, hyperparameters } = parsePermalink(query).permalink;
    const own = readerNetwork();
    if ((own ?? "") === sessionStorage.getItem(ownKey())) return { network, hyperparameters };
    return {
      network: own === undefined ? defaultConfiguration.network : OWN_NETWORK,
      hyperparameters,
    };
  } catch {
    return undefined;
  }
}
