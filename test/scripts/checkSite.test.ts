import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkSite } from "../../scripts/site/checkSite.js";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "site-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** The problems of a site whose index says `body`, beside a page and a folder of its own. */
function problemsOf(body: string): string[] {
  const files = {
    "index.html": body,
    "pagina.html": '<h1 id="título">Título</h1><a href="./#inicio">x</a>',
    "carpeta/index.html": '<a href="../pagina.html#t%C3%ADtulo">x</a>',
    "carpeta/imagen.png": "",
  };
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
  return checkSite(folder);
}

test("a sound site has no problem", () => {
  const body = `<h1 id="inicio">Inicio</h1>
    <a href="./pagina.html">x</a> <a class="y" href="./pagina.html#t%C3%ADtulo">x</a> <a href="#inicio">x</a>
    <a href="./carpeta/">x</a> <a href="./carpeta/imagen.png">x</a> <a href="/pagina.html">x</a>
    <a href="https://example.org/#any">an outward link is not followed</a>
    <a href="mailto:nadie@example.org">x</a> <script src="./local.js"></script>`;
  expect(problemsOf(body)).toEqual([]);
});

test.each([
  ['<h1 id="inicio"><a href="./nada">x</a>', "index.html: a dead link, ./nada"],
  [
    '<h1 id="inicio"><a href="./pagina.html#nada">x</a>',
    "index.html: a dead anchor, ./pagina.html#nada",
  ],
  ['<h1 id="inicio"><a href="./pagina">x</a>', "index.html: a dead link, ./pagina"],
  ['<h1 id="inicio"><a href="#nada">x</a>', "index.html: a dead anchor, #nada"],
  [
    '<h1 id="inicio"><div class="observablehq observablehq--error">x</div>',
    "index.html: a cell with an error",
  ],
  [
    '<h1 id="inicio"><script type="module" src="https://cdn.example/x.js"></script>',
    "index.html: a file of another origin, https://cdn.example/x.js",
  ],
  [
    '<h1 id="inicio"><link rel="stylesheet" href="https://fonts.example/x.css">',
    "index.html: a file of another origin, https://fonts.example/x.css",
  ],
])("%s is found", (body, problem) => {
  expect(problemsOf(body)).toEqual([problem]);
});

test("the anchor of another page is looked for in that page", () => {
  expect(problemsOf("<h1>Inicio</h1>")).toEqual(["pagina.html: a dead anchor, ./#inicio"]);
});

test("a library taken from the registry's CDN copy is found", () => {
  mkdirSync(join(folder, "_npm/htl@0.3.1"), { recursive: true });
  expect(problemsOf('<h1 id="inicio">')).toEqual([
    "_npm/ expected absent, found htl@0.3.1: import from node_modules instead",
  ]);
});
