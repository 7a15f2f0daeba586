import { UnsupportedNetworkError } from "./networkPlan.js";

/** Says in Spanish what the engine does not compute; tfjs then trains. */
export function unsupported(what: string): never {
  throw new UnsupportedNetworkError(`El motor rápido no calcula ${what}.`);
}
