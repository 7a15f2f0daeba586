// In the page for addresses that do not exist, which hosts serve at any depth: finds where the site begins, so that its
// links and style sheets lead there, and offers the page that the address may have meant. Written into the page itself.
import { nearestPage, type NamedPage } from "./lib/text/nearestPage.js";

const MANIFEST = "manifest.webmanifest";

/** What scripts/site/share/notFoundPage.ts leaves in the page. */
const head = document.querySelector<HTMLTemplateElement>("template#cabecera")!;
const links = [...document.querySelectorAll<HTMLAnchorElement>("#paginas a")];
const offer = document.querySelector<HTMLElement>("#parecida")!;

void showSite();

async function showSite(): Promise<void> {
  const root = await findRoot();
  if (root !== undefined) {
    document.head.append(Object.assign(document.createElement("base"), { href: root }));
  }
  document.head.append(document.importNode(head.content, true));
  document.querySelector("style#antes")?.remove();
  const pages = links.map((link) => ({ file: fileOf(link), name: link.textContent, link }));
  const meant = nearestPage<NamedPage & { link: HTMLAnchorElement }>(location.pathname, pages);
  if (!meant) return;
  offer.hidden = false;
  offer.append("¿Buscabas ", meant.link.cloneNode(true), "?");
}

function fileOf(link: HTMLAnchorElement): string {
  return link.getAttribute("href")!.replace("./", "");
}

/** The nearest folder above this address that holds the site; undefined where none does. */
async function findRoot(): Promise<string | undefined> {
  for (let folder = new URL(".", location.href); ; folder = new URL("..", folder)) {
    if (await holdsSite(folder)) return folder.href;
    if (folder.pathname === "/") return undefined;
  }
}

async function holdsSite(folder: URL): Promise<boolean> {
  try {
    const response = await fetch(new URL(MANIFEST, folder));
    const manifest = (await response.json()) as { name?: string };
    return response.ok && manifest.name === head.dataset["site"];
  } catch {
    return false; // no file of that name, or a page that says so
  }
}
