// What each kernel of a step takes, and how near it comes to the most that the processor can compute.
import { html } from "htl";
import { barTable } from "../parts/barTable.js";
import type { BenchKernel } from "../../lib/reports/benchReport.js";
import { formatDecimal, formatPercent } from "../../lib/text/format.js";

/** What the bench calls a kernel's task, behind the name of its layer. */
const tasks: Record<string, string> = {
  forward: "hacia delante",
  entries: "gradientes vivos",
  "kernel gradient": "gradiente de los pesos",
  "input gradient": "gradiente de la entrada",
  "bias gradient": "gradiente de los sesgos",
  mask: "sortear qué se apaga",
  values: "apagar valores",
  gradients: "apagar gradientes",
  "relu gradient": "gradiente de la ReLU",
  layout: "ordenar los pesos",
};

/** Those of no layer. */
const wholes: Record<string, string> = {
  input: "leer las imágenes",
  softmaxLoss: "softmax y pérdida",
  optimizer: "optimizador",
};

/** @param options.peakGflops of one core; left out where it was not measured */
export function kernelTable(
  kernels: readonly BenchKernel[],
  { peakGflops }: { peakGflops?: number | undefined } = {},
): HTMLElement {
  const most = peakGflops ?? Math.max(...kernels.map(({ gflops }) => gflops));
  const rows = kernels.map(({ kernel, microseconds, gflops }) => ({
    cells: [
      kernelName(kernel),
      formatDecimal(microseconds, 1),
      gflops === 0 ? "—" : formatDecimal(gflops, 1),
      ...(peakGflops === undefined ? [] : [gflops === 0 ? "—" : formatPercent(gflops / most, 0)]),
    ],
    ratio: Math.min(1, gflops / most),
  }));
  const columns = ["Rutina", "µs", "GFLOP/s", ...(peakGflops === undefined ? [] : ["Del máximo"])];
  return html`<div
    class="table-scroll kernel-table"
    tabindex="0"
    role="region"
    aria-label="Rutinas del motor"
  >
    ${barTable(rows, { columns })}
  </div>`;
}

/** `conv1 kernel gradient` → «conv1: gradiente de los pesos». */
function kernelName(kernel: string): string {
  const space = kernel.indexOf(" ");
  if (space < 0) return wholes[kernel] ?? kernel;
  const task = kernel.slice(space + 1);
  return `${kernel.slice(0, space)}: ${tasks[task] ?? task}`;
}
