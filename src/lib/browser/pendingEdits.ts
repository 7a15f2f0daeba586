// Whether the open page still shows its original cells although the reader has changed and run some of them
// on another visit: what is computed until then is not the reader's.
import { editsOf, pageAddress } from "./editStore.js";

let areApplied = false;

/** Says that they stand in their place. */
export function editsApplied(): void {
  areApplied = true;
}

export function hasPendingEdits(): boolean {
  return !areApplied && editsOf(pageAddress()).some(({ source, original }) => source !== original);
}
