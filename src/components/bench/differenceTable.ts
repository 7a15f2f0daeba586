// The largest differences between two trainers, in themselves and beside what they are a part of, and
// what they say, in a sentence.
import { html } from "htl";
import { formatInteger } from "../../lib/text/format.js";
import { formatScientific } from "../../lib/text/formatScientific.js";
import type { Comparison, StepDifference } from "../../training/measure/compareTrainers.js";

/** More than what rounding leaves after some tens of steps: about 3e-4 where poolings all but tie. */
const ROUNDING_SHARE = 2e-3;

export function differenceTable({ steps }: Comparison): HTMLElement {
  const { loss, weight } = largest(steps);
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label="Diferencias">
    <table class="numbers">
      <thead>
        <tr>
          <td></td>
          <th scope="col">La mayor diferencia</th>
          <th scope="col">En proporción</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">Pérdida de un paso</th>
          <td>${formatScientific(loss.absolute)}</td>
          <td>${formatScientific(loss.relative)} de la pérdida</td>
        </tr>
        <tr>
          <th scope="row">Pesos</th>
          <td>${formatScientific(weight.absolute)}</td>
          <td>${formatScientific(weight.relative)} de lo que se han movido</td>
        </tr>
      </tbody>
    </table>
  </div>`;
}

/** What the differences say. */
export function differenceVerdict({ engines: [first, second], steps }: Comparison): string {
  const { relative, absolute } = largest(steps).weight;
  const both = `${first} y ${second}`;
  if (absolute === 0) return `Ni un bit de diferencia entre ${both}.`;
  if (relative < ROUNDING_SHARE) {
    const parts = formatInteger(10 ** Math.floor(-Math.log10(relative)));
    return `Es el mismo cálculo, redondeado de otra manera: ${both} se separan menos de una parte en ${parts} de lo que los pesos se han movido.`;
  }
  return `La diferencia entre ${both} es mayor de lo que explica el redondeo de 32 bits. Una tarjeta gráfica que calcula con menos cifras da diferencias así.`;
}

interface Difference {
  absolute: number;
  /** To the loss, or to the largest movement of a weight. */
  relative: number;
}

function largest(steps: readonly StepDifference[]): { loss: Difference; weight: Difference } {
  const most = (of: (step: StepDifference) => number) => Math.max(...steps.map(of));
  const absolute = most(({ weightDifference }) => weightDifference);
  return {
    loss: {
      absolute: most(({ lossDifference }) => lossDifference),
      relative: most(({ loss, lossDifference }) => lossDifference / loss),
    },
    weight: { absolute, relative: absolute / most(({ movement }) => movement) },
  };
}
