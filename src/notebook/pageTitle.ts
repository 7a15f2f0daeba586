/** What the index beside the page calls an address, `/definir-la-red`; the address itself if it does not. */
export function pageTitle(address: string): string {
  const links = document.querySelectorAll<HTMLAnchorElement>("#observablehq-sidebar a");
  const path = address === "/index" ? "/" : address;
  const link = [...links].find(({ pathname }) => pathname.replace(/\.html$/, "").endsWith(path));
  return link?.textContent.trim() ?? address;
}
