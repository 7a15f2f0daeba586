// What Framework cannot be configured to write: the language of the page, a viewport that may be
// zoomed, a skip link, and Spanish names for its own controls. Each must be found: if an update of
// Framework changes its HTML, the build stops here and says what is missing.
const replacements: { name: string; from: string; to: string; optional?: boolean }[] = [
  { name: "language", from: "<html>", to: '<html lang="es">' },
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
    name: "contents",
    from: '<aside id="observablehq-toc"',
    to: '<aside id="observablehq-toc" aria-label="En esta página"',
    optional: true,
  },
];

/** The page in Spanish, for everyone. Throws if a place to change is missing. */
export function finishHtml(html: string): string {
  let finished = html;
  for (const { name, from, to, optional } of replacements) {
    if (!finished.includes(from)) {
      if (optional) continue;
      throw new Error(`finishHtml: "${name}" expected ${from}, not found`);
    }
    finished = finished.replace(from, () => to);
  }
  return finished;
}
