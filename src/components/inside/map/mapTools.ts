// The controls over a map: what its colours say, the image that is looked for, the view, and what is marked.
import { html } from "htl";
import { type ColourMode, colourModes } from "./mapColours.js";
import { readImageNumber } from "../chooser/imageNumber.js";
import { panelButton } from "../../parts/buttons/panelButton.js";
import { writeText } from "../../parts/writeText.js";
import { formatInteger } from "../../../lib/text/format.js";

export interface MapToolsOptions {
  /** N. */
  count: number;
  onColours: (mode: ColourMode) => void;
  onSearch: (image: number) => void;
  zoomBy: (factor: number) => void;
  whole: () => void;
  setMarking: (on: boolean) => void;
  markNearest: () => void;
}

export function mapTools(options: MapToolsOptions): HTMLElement {
  const { zoomBy, whole, setMarking, markNearest } = options;
  const colours = html`<select>
    ${colourModes.map(([mode, name]) => html`<option value=${mode}>${name}</option>`)}
  </select>` as HTMLSelectElement;
  colours.onchange = () => {
    options.onColours(colours.value as ColourMode);
  };
  const marking = panelButton("Marcar un rectángulo", () => {
    const on = marking.getAttribute("aria-pressed") !== "true";
    marking.setAttribute("aria-pressed", String(on));
    setMarking(on);
  });
  marking.setAttribute("aria-pressed", "false");
  const { form, problem } = searchForm(options);
  return html`<div class="map-tools">
    <div class="figure-controls"><label>Color ${colours}</label>${form}</div>
    ${problem}
    <div class="figure-controls">
      ${panelButton("Acercar", () => {
        zoomBy(2);
      })}${panelButton("Alejar", () => {
        zoomBy(1 / 2);
      })}${panelButton("Ver entero", whole)}${marking}${panelButton("Marcar las del centro", markNearest)}
    </div>
  </div>`;
}

function searchForm({ count, onSearch }: MapToolsOptions) {
  const input = html`<input
    class="short-number"
    inputmode="numeric"
    autocomplete="off"
    aria-label=${`Número de la imagen, de 0 a ${formatInteger(count - 1)}`}
  />` as HTMLInputElement;
  const problem = html`<p class="work-alert" role="alert"></p>`;
  const form = html`<form class="map-search">
    Imagen n.º ${input}<button type="submit">Buscar</button>
  </form>` as HTMLFormElement;
  form.onsubmit = (event) => {
    event.preventDefault();
    const read = readImageNumber(input.value, count);
    const isWrong = "problem" in read;
    input.setAttribute("aria-invalid", String(isWrong));
    writeText(problem, isWrong ? read.problem : "");
    if (!isWrong) onSearch(read.index);
  };
  return { form, problem };
}
