// What there is to say of a run's test images: whether they are open, and how often its reader has looked.
import { heldOutSet } from "./heldOut.js";
import { isOver } from "../run.js";
import type { RunRecord } from "../runRecord.js";
import { recordedResult } from "./testResult.js";
import { formatCount, formatPercent } from "../../text/format.js";

type Tested = Pick<
  RunRecord,
  "hyperparameters" | "epochs" | "evaluated" | "status" | "testLooks" | "hasEvaluation"
>;

/** Whether the test is closed, and may be opened now: the run has weights of which no more will come. */
export function mayOpenTest(run: Tested): boolean {
  return isClosed(run) && isOver(run) && run.epochs.length > 0;
}

/** How often its reader has seen what it gets on the test images: without validation, after each epoch. */
export function testLooks({ hyperparameters, epochs, testLooks: looks = 0 }: Tested): number {
  return heldOutSet(hyperparameters) === "validation" ? looks : epochs.length;
}

/** In Spanish, in one or two sentences; empty for a run that has not got so far. */
export function describeTest(run: Tested): string {
  const looks = testLooks(run);
  if (heldOutSet(run.hyperparameters) === "test") return looks === 0 ? "" : lookedAllAlong(looks);
  const seen = looks === 0 ? "Nadie la ha mirado aún." : `La has abierto ${times(looks)}.`;
  if (!isClosed(run)) {
    const accuracy = formatPercent(recordedResult(run)?.testAccuracy ?? NaN, 2);
    return `La prueba está abierta: exactitud ${accuracy}. ${seen}`;
  }
  const elsewhere = looks > 0 ? " con otros pesos" : "";
  const lead = `La prueba está cerrada. ${seen.replace(/\.$/, `${elsewhere}.`)}`;
  return isOver(run) ? lead : `${lead} Podrás abrirla cuando acabe el entrenamiento.`;
}

function lookedAllAlong(epochs: number): string {
  return (
    `Este entrenamiento no tiene imágenes de validación: la prueba se ha mirado al acabar cada época, ${times(epochs)}. ` +
    "Elegir por ella halaga: parte de lo que se elige es suerte con esas 10.000 imágenes."
  );
}

function isClosed({ hyperparameters, hasEvaluation }: Tested): boolean {
  return heldOutSet(hyperparameters) === "validation" && !hasEvaluation;
}

function times(count: number): string {
  return formatCount(count, "vez", "veces");
}
