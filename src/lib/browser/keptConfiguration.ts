// What the reader has set on the training page, kept as long as the tab lives, so that neither a reload
// nor a look at another page loses it. It is saved as a link's query is written, and checked as one.
import { type ParsedPermalink, parsePermalink, permalinkQuery } from "../run/permalink.js";
import { readerNetwork } from "./readerNetwork.js";
import {
  defaultConfiguration,
  OWN_NETWORK,
  type RunConfiguration,
} from "../run/runConfiguration.js";
import { siteAddress } from "./siteAddress.js";

const queryKey = () => `red-convolucional ${siteAddress()} entrenar`;
const ownKey = () => `${queryKey()} propia`;
/** The address's own query, where the reader has set it: a link's values, changed, are saved for that link. */
const linkKey = () => `${queryKey()} enlace`;

export function keepConfiguration(configuration: RunConfiguration): void {
  try {
    sessionStorage.setItem(queryKey(), permalinkQuery(configuration));
    sessionStorage.setItem(ownKey(), readerNetwork() ?? "");
    sessionStorage.setItem(linkKey(), location.search);
  } catch {
    // A browser that keeps nothing for this site: the form begins again with its first values.
  }
}

/**
 * What the page begins with: the link's own values when it is opened, else what was saved; undefined if
 * there is neither.
 */
export function startingConfiguration(link: ParsedPermalink): RunConfiguration | undefined {
  const ofLink = link.isEmpty ? undefined : link.permalink;
  try {
    if (ofLink && isOpenedAfresh()) sessionStorage.removeItem(linkKey());
    const isSaved = !ofLink || sessionStorage.getItem(linkKey()) === location.search;
    return isSaved ? (keptConfiguration() ?? ofLink) : ofLink;
  } catch {
    return ofLink; // nothing can be saved
  }
}

/** A choice of network is void once the reader has made another. */
function keptConfiguration(): RunConfiguration | undefined {
  const query = sessionStorage.getItem(queryKey());
  if (query === null) return undefined;
  const { network, hyperparameters } = parsePermalink(query).permalink;
  const own = readerNetwork();
  if ((own ?? "") === sessionStorage.getItem(ownKey())) return { network, hyperparameters };
  return {
    network: own === undefined ? defaultConfiguration.network : OWN_NETWORK,
    hyperparameters,
  };
}

/** Neither reloaded nor come back to. */
function isOpenedAfresh(): boolean {
  const [navigation] = performance.getEntriesByType("navigation");
  const { type } = navigation as PerformanceNavigationTiming;
  return type !== "reload" && type !== "back_forward";
}
