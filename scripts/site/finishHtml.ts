// What Framework cannot be configured to write: the language of the page, a viewport that may be
// zoomed, a skip link, and Spanish names for its own controls. Each must be found: if an update of
// Framework changes its HTML, the build stops here and says what is missing.
import { previewHead } from "./previewHead.js";

const replacements: {
  name: string;
  from: string | RegExp;
  to: string;
  optional?: boolean;
}[] = [
  { name: "language", from: "<html>", to: '<html lang="es">' },
  { name: "preview's head", from: previewHead, to: "" },
  {
    name: "viewport",
    from: 'content="width=device-width, initial-scale=1, maximum-scale=1"',
    to: 'content="width=device-width, initial-scale=1"',
  },
  {
    name: "skip link",
    from: "<body>",
    to: '<body>\n<a class="skip-link" href="#observablehq-main">Saltar al contenido</a>',
  },
  {
    name: "main target",
    from: '<main id="observablehq-main"',
    to: '<main id="observablehq-main" tabindex="-1"',
  },
  {
    name: "sidebar toggle",
    from: 'title="Toggle sidebar"',
    to: 'title="Mostrar u ocultar el índice" aria-label="Mostrar u ocultar el índice"',
  },
  {
    name: "sidebar",
    from: '<nav id="observablehq-sidebar"',
    to: '<nav id="observablehq-sidebar" aria-label="Páginas"',
  },
  {
    name: "search",
    from: '<input type="search" placeholder="Search">',
    to: '<input type="search" placeholder="Buscar" aria-label="Buscar en el cuaderno">',
  },
  {
    name: "sidebar's first list", // which holds a label where only items may stand
    from: '<label id="observablehq-sidebar-close" for="observablehq-sidebar-toggle"></label>',
    to: '<li><label id="observablehq-sidebar-close" for="observablehq-sidebar-toggle"></label></li>',
  },
  {
    name: "contents",
    from: /(<aside id="observablehq-toc"[^>]*>\n)<nav>/,
    to: '$1<nav aria-label="En esta página">',
    optional: true,
  },
  {
    name: "pager",
    from: '<footer id="observablehq-footer">\n<nav>',
    to: '<footer id="observablehq-footer">\n<nav aria-label="Página anterior y siguiente">',
    optional: true,
  },
  {
    name: "code, which may be wider than its box", // and must then scroll by keyboard
    from: /<pre data-language=/g,
    to: '<pre tabindex="0" data-language=',
    optional: true,
  },
  {
    name: "hidden headings' links", // where the keyboard would be nowhere to be seen
    from: /(<h2 id="[^"]*" class="visually-hidden"><a) /g,
    to: '$1 tabindex="-1" ',
    optional: true,
  },
  {
    name: "404's base", // "/": wrong under a sub-path, where relative links are right
    from: '<base href="/">\n',
    to: "",
    optional: true,
  },
];

/** The page in Spanish, for everyone. Throws if a place to change is missing. */
export function finishHtml(html: string): string {
  let finished = html;
  for (const { name, from, to, optional } of replacements) {
    const found = typeof from === "string" ? finished.includes(from) : finished.search(from) >= 0;
    if (!found && !optional) throw new Error(`finishHtml: "${name}" expected ${from}, not found`);
    finished = finished.replace(from, to);
  }
  return finished;
}
