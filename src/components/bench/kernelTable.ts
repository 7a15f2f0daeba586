// What each kernel of a step takes, and how near it comes to the most that the processor can compute.
import { html } from "htl";
import { barTable } from "../parts/barTable.js";
import type { BenchKernel } from "../../lib/reports/benchReport.js";
import { ALL_LAYERS, largeKernels } from "../../lib/reports/kernelGroups.js";
import { formatDecimal, formatPercent } from "../../lib/text/format.js";

/** What the bench calls a kernel's task, behind the name of its layer. */
const tasks: Record<string, string> = {
  forward: "hacia delante",
  entries: "gradientes vivos",
  "kernel gradient": "gradiente de los pesos",
  "part gradients": "gradiente de los pesos, por partes",
  "input gradient": "gradiente de la entrada",
  "bias gradient": "gradiente de los sesgos",
  mask: "sortear qué se apaga",
  values: "apagar valores",
  gradients: "apagar gradientes",
  "relu gradient": "gradiente de la ReLU",
  layout: "ordenar los pesos",
  "image statistics": "media y dispersión de cada imagen",
  statistics: "media y dispersión del lote",
  normalize: "normalizar, con la ReLU y la agrupación",
  "image gradients": "sumas de gradientes de cada imagen",
  "parameter gradient": "gradiente de escala y desplazamiento",
};

/** Those of no layer. */
const wholes: Record<string, string> = {
  input: "leer las imágenes",
  softmaxLoss: "softmax y pérdida",
  optimizer: "optimizador",
};

/**
 * With the share of the peak as if all was computed directly and, where the report has it, by the operations really made.
 *
 * @param options.peakGflops of one core; left out where it was not measured
 * @param options.leastShare of the step, 0–1, below which kernels are left out
 */
export function kernelTable(
  kernels: readonly BenchKernel[],
  {
    peakGflops,
    leastShare = 0,
    label = "Rutinas del motor",
  }: { peakGflops?: number | undefined; leastShare?: number; label?: string } = {},
): HTMLElement {
  const most = peakGflops ?? Math.max(...kernels.map(({ gflops }) => gflops));
  const hasMade = kernels.some(({ madeGflops }) => madeGflops !== undefined);
  const share = (gflops: number) => (gflops === 0 ? "—" : formatPercent(gflops / most, 0));
  const rows = largeKernels(kernels, leastShare).large.map(
    ({ kernel, microseconds, gflops, madeGflops = gflops }) => ({
      cells: [
        kernelName(kernel),
        formatDecimal(microseconds, 1),
        gflops === 0 ? "—" : formatDecimal(gflops, 1),
        ...(peakGflops === undefined ? [] : [share(gflops)]),
        ...(peakGflops === undefined || !hasMade ? [] : [share(madeGflops)]),
      ],
      ratio: Math.min(1, madeGflops / most),
    }),
  );
  const shares = hasMade ? ["Del máximo", "Las hechas"] : ["Del máximo"];
  const columns = ["Rutina", "µs", "GFLOP/s", ...(peakGflops === undefined ? [] : shares)];
  return html`<div class="table-scroll kernel-table" tabindex="0" role="region" aria-label=${label}>
    ${barTable(rows, { columns })}
  </div>`;
}

/** `conv1 kernel gradient` → «conv1: gradiente de los pesos». */
function kernelName(kernel: string): string {
  const space = kernel.indexOf(" ");
  if (space < 0) return wholes[kernel] ?? kernel;
  const [layer, task] = [kernel.slice(0, space), kernel.slice(space + 1)];
  return `${layer === ALL_LAYERS ? "todas las capas" : layer}: ${tasks[task] ?? task}`;
}
