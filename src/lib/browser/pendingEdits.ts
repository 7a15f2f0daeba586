// Whether what the open page computes is not what the reader has asked for here: until what they have changed
// and run on another visit stands in its place, and where the page follows another tab.
import { editsOf, pageAddress } from "./editStore.js";

let isPageFollowing: (() => boolean) | undefined;

/**
 * Says that what was changed on another visit stands in its place.
 * @param isFollowing whether what ran last was asked for in another tab
 */
export function editsApplied(isFollowing: () => boolean): void {
  isPageFollowing = isFollowing;
}

export function hasPendingEdits(): boolean {
  if (isPageFollowing) return isPageFollowing();
  return editsOf(pageAddress()).some(({ source, original }) => source !== original);
}
