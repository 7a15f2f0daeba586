// Where the site is. Every name in the browser's stores begins with it, for all the sites of one GitHub
// Pages user share an origin.

/** The path of the site's root, with a slash at its end: this module's address without Framework's folders. */
export function siteAddress(): string {
  const { pathname } = new URL(import.meta.url);
  return pathname.slice(0, Math.max(0, pathname.indexOf("/_import/"))) + "/";
}

/** `/cuaderno/definir-la-red.html` → `/definir-la-red`, and the site's root → `/index`. */
export function pageOf(pathname: string): string {
  const path = pathname.slice(siteAddress().length - 1).replace(/\.html$/, "");
  return path === "/" ? "/index" : path;
}
