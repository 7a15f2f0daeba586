// Observable Plot's charts as one image with one description, and its numbers as a table. Plot names each group of marks in
// English (`aria-label="bar"`), which no reader needs and no accessibility check allows.
import * as Plot from "@observablehq/plot";
import { html } from "htl";
import { type DataTable, dataTable } from "./dataTable.js";

/** A chart with its data; `ariaLabel` says what it shows, for who cannot see it. */
export function accessiblePlot(
  options: Plot.PlotOptions & { ariaLabel: string },
  data: () => DataTable,
): HTMLElement {
  const chart = Plot.plot(options);
  const svg = chart instanceof SVGElement ? chart : chart.querySelector("svg:not(.plot-ramp)");
  svg?.setAttribute("role", "img");
  svg?.setAttribute("aria-label", options.ariaLabel);
  for (const group of chart.querySelectorAll("g[aria-label]")) group.removeAttribute("aria-label");
  return html`<div class="plot-with-data">${chart}${dataTable(data)}</div>`;
}
