// The pages that the site has, as its index beside the page lists them.
import { pageOf } from "../../lib/browser/siteAddress.js";
import { NotebookError } from "../errors/notebookError.js";

const links = () => [
  ...document.querySelectorAll<HTMLAnchorElement>("#observablehq-sidebar a[href]"),
];

/** Their addresses, as in `/definir-la-red`. */
export function pageAddresses(): string[] {
  return links().map(({ pathname }) => pageOf(pathname));
}

/** What the index calls an address; the address itself if it does not. */
export function pageTitle(address: string): string {
  return linkTo(address)?.textContent.trim() ?? address;
}

/**
 * The names of the cells that the reader may change on a page, which need not be the open one. Rejects with
 * a NotebookError if the page does not answer.
 */
export async function cellNames(address: string): Promise<Set<string>> {
  const response = await fetch(linkTo(address)!.href).catch(() => undefined);
  if (!response?.ok) {
    throw new NotebookError(
      `La página «${pageTitle(address)}» no responde y no se sabe si aún tiene esas celdas. Comprueba la conexión y elige el archivo otra vez.`,
    );
  }
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const cells = [...page.querySelectorAll<HTMLElement>(".cell[data-cell]")];
  return new Set(cells.map(({ dataset }) => dataset["cell"]!));
}

function linkTo(address: string): HTMLAnchorElement | undefined {
  return links().find(({ pathname }) => pageOf(pathname) === address);
}
