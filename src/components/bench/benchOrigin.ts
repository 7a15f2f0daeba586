// How the numbers of the bench were got: the machine, the day and the command, all from its own file.
import { html } from "htl";
import type { BenchReport } from "../../lib/reports/benchReport.js";

export function benchOrigin({
  machine,
  date,
  command,
}: Pick<BenchReport, "machine" | "date" | "command">): HTMLElement {
  const day = new Date(date).toLocaleDateString("es", { dateStyle: "long", timeZone: "UTC" });
  return html`<div class="callout">
    <p><strong>Una sola ejecución</strong>, el ${day}, en esta máquina: ${inSpanish(machine)}.</p>
    <p>Con esta orden: <code>${command}</code></p>
  </div>`;
}

/** The machine's line has one English word. */
function inSpanish(machine: string): string {
  return machine.replace(/\bcores\b/, "núcleos").replace(/\b1 core\b/, "1 núcleo");
}
