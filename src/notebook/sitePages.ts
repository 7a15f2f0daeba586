// The pages that the site has, as its index beside the page lists them.
import { pageOf } from "../lib/siteAddress.js";

const links = () => [
  ...document.querySelectorAll<HTMLAnchorElement>("#observablehq-sidebar a[href]"),
];

/** Their addresses, as in `/definir-la-red`. */
export function pageAddresses(): string[] {
  return links().map(({ pathname }) => pageOf(pathname));
}

/** What the index calls an address; the address itself if it does not. */
export function pageTitle(address: string): string {
  const link = links().find(({ pathname }) => pageOf(pathname) === address);
  return link?.textContent.trim() ?? address;
}
