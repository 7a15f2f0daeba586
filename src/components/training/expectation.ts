// Lo que cabe esperar: what other seeds gave, so that nobody takes the luck of one run for a result.
import { html } from "htl";
import { defaultHyperparameters, type Hyperparameters } from "../../lib/run/hyperparameters.js";
import { formatDecimal, formatInteger } from "../../lib/text/format.js";
import { type SeedReport, type SeedRun, summarizeSeeds } from "../../lib/reports/seedReport.js";

export type ExpectedFigure = "testAccuracy" | "loss";

interface Description {
  /** What it is, before its mean. */
  name: string;
  unit: string;
  scale: number;
  decimals: number;
}

const descriptions: Record<ExpectedFigure, Description> = {
  testAccuracy: { name: "la exactitud en la prueba", unit: "\u00a0%", scale: 100, decimals: 1 },
  loss: { name: "la pérdida de la última época", unit: "", scale: 1, decimals: 3 },
};

export interface ExpectationOptions {
  figures?: readonly ExpectedFigure[];
  /** The recipe of the run beside it, which may be of another recipe; left out: there is none. */
  shown?: Hyperparameters;
}

/** A paragraph; empty where the seeds have not been run. */
export function expectation(
  report: SeedReport | undefined,
  { figures = ["testAccuracy", "loss"], shown }: ExpectationOptions = {},
): HTMLElement {
  if (!report || report.engine.length === 0) return html`<span hidden></span>`;
  const { engine, pytorch, epochs } = report;
  const sentences = figures.map((figure) => {
    const name = descriptions[figure].name;
    const others = pytorch.length > 0 ? `; con PyTorch, ${summary(pytorch, figure)}` : "";
    return `${name}: ${summary(engine, figure)}${others}.`;
  });
  const also = pytorch.length > 0 ? ` con el motor propio y ${pytorch.length} con PyTorch` : "";
  return html`<div class="callout expectation">
    <p>
      <strong>Lo que cabe esperar</strong> de la receta del original con otras semillas
      (${count(engine.length, epochs)}${also}):
    </p>
    <ul>
      ${sentences.map((sentence) => html`<li>${sentence}</li>`)}
    </ul>
    ${shown && isOtherRecipe(shown, epochs) ? html`<p>${notComparable(shown, epochs)}</p>` : null}
  </div>`;
}

function isOtherRecipe(shown: Hyperparameters, epochs: number): boolean {
  return shown.epochs !== epochs || shown.trainImages !== defaultHyperparameters.trainImages;
}

/** Why the figures of the seeds say nothing of this run. */
export function notComparable(shown: Hyperparameters, epochs: number): string {
  const amount = (one: number, many: number) =>
    `${one === 1 ? "1 época" : `${formatInteger(one)} épocas`} de ${formatInteger(many)} imágenes`;
  return (
    `De lo que se muestra en esta página no cabe esperar lo mismo: son ${amount(shown.epochs, shown.trainImages)}, ` +
    `y no ${amount(epochs, defaultHyperparameters.trainImages)}.`
  );
}

/** «88,2 ± 0,4 % de media, entre 87,6 y 88,7»; what belongs together is not broken over lines. */
function summary(runs: readonly SeedRun[], figure: ExpectedFigure): string {
  const { unit, scale, decimals } = descriptions[figure];
  const { mean, deviation, min, max } = summarizeSeeds(runs, figure);
  const write = (value: number) => formatDecimal(scale * value, decimals);
  if (runs.length === 1) return `${write(mean)}${unit}`;
  return `${write(mean)}\u00a0±\u00a0${write(deviation)}${unit} de media, entre ${write(min)} y ${write(max)}`;
}

function count(runs: number, epochs: number): string {
  return `${runs} ${runs === 1 ? "entrenamiento" : "entrenamientos"} de ${epochs} ${epochs === 1 ? "época" : "épocas"}`;
}
