// What the worker needs to begin a run of a configuration: its network as JSON, and the fingerprint that
// a link promises, if the configuration is still the link's.
import type { NewTraining } from "../worker/messages.js";
import { networkOrigin } from "../../lib/browser/networkOrigin.js";
import { readerNetwork } from "../../lib/browser/readerNetwork.js";
import { isSameConfiguration, type Permalink } from "../../lib/run/permalink.js";
import {
  configuredTopology,
  OWN_NETWORK,
  type RunConfiguration,
} from "../../lib/run/runConfiguration.js";

export function newTraining(configuration: RunConfiguration, link?: Permalink): NewTraining {
  const { network, hyperparameters } = configuration;
  const isOfLink = link !== undefined && isSameConfiguration(configuration, link);
  return {
    ...{ network, hyperparameters, topology: configuredTopology(configuration, readerNetwork()) },
    ...(network === OWN_NETWORK && { edits: networkOrigin()?.edits }),
    ...(isOfLink && { expectedFingerprint: link.fingerprint }),
  };
}
