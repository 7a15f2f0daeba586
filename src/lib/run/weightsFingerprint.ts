// The short form of the weights' fingerprint, which a link can carry.
import { FINGERPRINT_DIGITS } from "./permalinkParameters.js";
import type { NamedWeight } from "../network/namedWeight.js";
import { weightsSha256 } from "./weightsSha256.js";

export async function weightsFingerprint(weights: readonly NamedWeight[]): Promise<string> {
  return (await weightsSha256(weights)).slice(0, FINGERPRINT_DIGITS);
}
