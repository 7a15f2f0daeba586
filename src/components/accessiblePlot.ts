// Observable Plot's charts as one image with one description. Plot names each group of marks in
// English (`aria-label="bar"`), which no reader needs and no accessibility check allows.
import * as Plot from "@observablehq/plot";

/** A chart; `ariaLabel` says what it shows and its figures, for who cannot see it. */
export function accessiblePlot(options: Plot.PlotOptions & { ariaLabel: string }): HTMLElement {
  const chart = Plot.plot(options);
  const svg = chart instanceof SVGElement ? chart : chart.querySelector("svg:not(.plot-ramp)");
  svg?.setAttribute("role", "img");
  svg?.setAttribute("aria-label", options.ariaLabel);
  for (const group of chart.querySelectorAll("g[aria-label]")) group.removeAttribute("aria-label");
  return chart as HTMLElement;
}
