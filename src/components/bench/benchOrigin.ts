// How the numbers of the bench were got: the machine, the day and the command, all from its own file.
import { html } from "htl";
import type { BenchReport } from "../../lib/reports/benchReport.js";
import { machineInSpanish } from "../../lib/reports/machineInSpanish.js";

export function benchOrigin({
  machine,
  date,
  command,
}: Pick<BenchReport, "machine" | "date" | "command">): HTMLElement {
  const day = new Date(date).toLocaleDateString("es", { dateStyle: "long", timeZone: "UTC" });
  return html`<div class="callout">
    <p>
      <strong>Una sola ejecución</strong>, el ${day}, en esta máquina: ${machineInSpanish(machine)}.
    </p>
    <p>Con esta orden: <code>${command}</code></p>
  </div>`;
}
