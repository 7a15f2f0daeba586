// The site: its title, the one list that groups and orders the pages, and the Spanish and offline settings that
// Framework lacks. Addresses in `pages` are for ever; only their order and names may change.
import { fontHead } from "./scripts/fonts/fontHead.js";
import { editableCells } from "./scripts/markdown/editableCells.js";
import { includeSource } from "./scripts/markdown/includeSource.js";
import { keepTogether } from "./scripts/markdown/keepTogether.js";
import { originNotice } from "./scripts/site/originNotice.js";
import { phoneHeader } from "./scripts/site/phoneHeader.js";
import { previewHead } from "./scripts/site/previewHead.js";
import { renderMath } from "./scripts/markdown/renderMath.js";
import { scrollableTables } from "./scripts/markdown/scrollableTables.js";

const pages = [
  {
    name: "El cuaderno",
    pages: [
      { name: "Cargar los datos", path: "/cargar-los-datos" },
      { name: "Visualizar los datos", path: "/visualizar-los-datos" },
      { name: "Definir la red", path: "/definir-la-red" },
      { name: "Error y optimizador", path: "/error-y-optimizador" },
      { name: "Un gradiente a mano", path: "/el-gradiente" },
      { name: "Precisión antes de entrenar", path: "/precision-inicial" },
      { name: "Entrenar la red", path: "/entrenar" },
      { name: "Visualizar el error", path: "/visualizar-el-error" },
      { name: "Evaluar la red", path: "/evaluar" },
      { name: "Ver los resultados", path: "/ver-resultados" },
      { name: "Guardar el modelo", path: "/guardar-el-modelo" },
    ],
  },
  {
    name: "Por dentro",
    pages: [
      { name: "La red por dentro", path: "/por-dentro" },
      { name: "El mapa de las prendas", path: "/mapa-de-prendas" },
      { name: "¿En qué se fija?", path: "/en-que-se-fija" },
      { name: "Lo que no sabe hacer", path: "/limites" },
    ],
  },
  {
    name: "Experimentar",
    pages: [
      { name: "Experimentos", path: "/experimentos" },
      { name: "Barrido", path: "/barrido" },
      { name: "Ideas para mejorar", path: "/ideas-para-mejorar" },
    ],
  },
  {
    name: "Para consultar",
    pages: [
      { name: "Rendimiento", path: "/rendimiento" },
      { name: "Glosario", path: "/glosario" },
    ],
  },
];

export default {
  root: "src",
  output: "dist",
  title: "Una red convolucional, viva",
  home: "Una red convolucional, viva",
  pages,
  header: ({ path }: { path: string }) => phoneHeader(path, pages),
  preserveExtension: true, // links name the files, which every host serves; docs/publishing.md
  style: "style.css",
  globalStylesheets: ["observablehq:stdlib/inputs.css"],
  head: `<link rel="icon" href="icono.svg" type="image/svg+xml">
${await fontHead()}
${previewHead}${originNotice}
<script type="module" src="spanishInterface.js"></script>
<script type="module" src="scrollCues.js"></script>
<script type="module" src="isolation.js"></script>
<script type="module" src="notebook.js"></script>
<script type="module" src="newVersion.js"></script>`,
  toc: { label: "En esta página" },
  footer: `Código con licencia MIT. Datos: <a href="https://github.com/zalandoresearch/fashion-mnist">Fashion-MNIST</a>, MIT, © Zalando SE. Aquí nada se envía a ningún servidor: todo se calcula en tu navegador, también <a href="./cargar-los-datos#sin-conexion">sin conexión</a>.`,
  search: true,
  typographer: true,
  quotes: ["«", "»", "“", "”"],
  markdownIt: (md: MarkdownIt) =>
    md
      .use(includeSource)
      .use(editableCells)
      .use(renderMath)
      .use(scrollableTables)
      .use(keepTogether),
};

interface MarkdownIt {
  use(plugin: unknown): MarkdownIt;
}
