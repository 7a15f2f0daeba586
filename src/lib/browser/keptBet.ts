// Which idea the reader has bet on, kept in this browser.
import { siteAddress } from "./siteAddress.js";

const key = () => `red-convolucional ${siteAddress()} apuesta`;

/** The id of the idea; null before the reader has bet, and where the browser keeps nothing. */
export function keptBet(): string | null {
  try {
    return localStorage.getItem(key());
  } catch {
    return null;
  }
}

export function keepBet(id: string): void {
  try {
    localStorage.setItem(key(), id);
  } catch {
    // It counts as long as the page is open.
  }
}
