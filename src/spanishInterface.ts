// Spanish for the parts of Framework's interface that its client writes at run time, and, while
// developing, for what the build step (scripts/site/finishHtml.ts) puts into the published HTML. And the key
// that its search promises.
import { cellErrorText } from "./lib/errors/cellErrorText.js";

const copyLabel = "Copiar el código";
const sidebarLabel = "Mostrar u ocultar el índice";

function translate(): void {
  document.querySelector("#observablehq-sidebar-toggle")?.setAttribute("aria-label", sidebarLabel);
  for (const control of document.querySelectorAll<HTMLElement>(
    "#observablehq-sidebar-toggle, label[for='observablehq-sidebar-toggle']",
  )) {
    const shortcut = /\S*B$/.exec(control.title)?.[0];
    if (shortcut !== undefined) control.title = `${sidebarLabel} (${shortcut})`;
  }
  const search = document.querySelector<HTMLInputElement>("#observablehq-search input");
  if (search) {
    search.placeholder = "Buscar";
    search.setAttribute("aria-label", "Buscar en el cuaderno");
  }
  for (const button of document.querySelectorAll<HTMLElement>(".observablehq-pre-copy")) {
    if (button.title === copyLabel) continue;
    button.title = copyLabel;
    button.setAttribute("aria-label", copyLabel);
  }
  labelSliders();
  translateErrors();
}

/** What Framework shows of cells that fail; as it came it stays at hand for the notebook, which says more. */
function translateErrors(): void {
  for (const shown of document.querySelectorAll<HTMLElement>(".observablehq--error")) {
    const spanish = cellErrorText(shown.textContent);
    if (spanish === undefined) continue;
    shown.dataset["original"] = shown.textContent;
    shown.textContent = spanish;
  }
}

/** Observable Inputs label the number of a range, not its slider. */
function labelSliders(): void {
  for (const slider of document.querySelectorAll("form input[type=range]:not([aria-label])")) {
    const label = slider.closest("form")?.querySelector("label")?.textContent;
    if (label) slider.setAttribute("aria-label", label);
  }
}

/** Framework writes its search results in English; the two phrases it knows are put in Spanish. */
function translateSearchResults(results: Element): void {
  const count = results.querySelector("div");
  const text = count?.textContent ?? "";
  if (!count || !/result/.test(text)) return;
  const number = Number.parseInt(text, 10);
  const spanish = Number.isNaN(number)
    ? "Sin resultados"
    : `${number} ${number === 1 ? "resultado" : "resultados"}`;
  if (text !== spanish) count.textContent = spanish;
}

/** Framework shows «Alt-K» beside the search where there is no ⌘, and does not listen to it. */
function focusSearchOnAltK(event: KeyboardEvent): void {
  const isAltK = event.code === "KeyK" && event.altKey && !event.ctrlKey && !event.metaKey;
  const search = document.querySelector<HTMLInputElement>("#observablehq-search input");
  if (!isAltK || !search) return;
  event.preventDefault();
  const toggle = document.querySelector<HTMLInputElement>("#observablehq-sidebar-toggle");
  if (getComputedStyle(search).visibility === "hidden") toggle?.click(); // the index is closed
  search.focus();
  search.select();
}

translate();
addEventListener("keydown", focusSearchOnAltK);
new MutationObserver(translate).observe(document.body, {
  childList: true,
  subtree: true,
  attributes: true,
  attributeFilter: ["title"],
});
const results = document.querySelector("#observablehq-search-results");
if (results) {
  new MutationObserver(() => {
    translateSearchResults(results);
  }).observe(results, { childList: true, subtree: true });
}
