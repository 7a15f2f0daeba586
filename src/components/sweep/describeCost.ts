// What a planned sweep will cost: how many runs they are, and how long they will take.
import { formatCount, formatTimeLeft } from "../../lib/text/format.js";
import { expandSweep, type SweepPlan } from "../../lib/sweep/sweep.js";
import type { SweepEstimate } from "../../lib/sweep/sweepSeconds.js";

/** «2 × 2 valores × 3 semillas = 12 entrenamientos. Duración: unos 4 min, al ritmo de tu último entrenamiento.» */
export function describeCost(plan: SweepPlan, cost: SweepEstimate | undefined): string {
  const { axes, seeds } = plan;
  const sizes = axes.map(({ values }) => values.length).join(" × ");
  const count = expandSweep(plan).length;
  const origin =
    cost?.source === "own" ? "al ritmo de tu último entrenamiento" : "en la máquina de las medidas";
  const time = cost ? ` Duración: ${formatTimeLeft(cost.seconds)}, ${origin}.` : "";
  const tried = `${sizes} ${sizes === "1" ? "valor" : "valores"}`;
  const repeated = formatCount(seeds.length, "semilla", "semillas");
  return `${tried} × ${repeated} = ${formatCount(count, "entrenamiento", "entrenamientos")}.${time}`;
}
