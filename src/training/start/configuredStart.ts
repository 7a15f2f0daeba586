// A training that begins from a configuration: its network as JSON, and the fingerprint that a link
// promises, if the configuration is still the link's.
import type { ConfiguredStart } from "../worker/messages.js";
import { networkOrigin } from "../../lib/browser/networkOrigin.js";
import { readerNetwork } from "../../lib/browser/readerNetwork.js";
import { isSameConfiguration, type Permalink } from "../../lib/run/permalink.js";
import {
  configuredTopology,
  OWN_NETWORK,
  type RunConfiguration,
} from "../../lib/run/runConfiguration.js";

/** What the training worker needs to begin a run of the configuration. */
export function configuredStart(
  configuration: RunConfiguration,
  link?: Permalink,
): ConfiguredStart {
  const { network, hyperparameters } = configuration;
  const isOfLink = link !== undefined && isSameConfiguration(configuration, link);
  return {
    from: "configuration",
    network,
    hyperparameters,
    topology: configuredTopology(configuration, readerNetwork()),
    ...(network === OWN_NETWORK && { edits: networkOrigin()?.edits }),
    ...(isOfLink && { expectedFingerprint: link.fingerprint }),
  };
}

/** Its name in readers' cells of earlier versions. */
export const newTraining = configuredStart;
