// Steps of SGD with momentum on the network by hand: what the next one does to each number, and a button that
// takes it.
import { html } from "htl";
import type { HandPart } from "./forwardFigure.js";
import {
  afterStep,
  type HandCode,
  type HandEvent,
  type HandNumbers,
  type Place,
} from "./handMachine.js";
import { shortNames, shortNumber } from "./handText.js";
import { numberBox } from "./numberBox.js";
import { type ProblemNote, problemNote } from "./problemNote.js";
import { setAvailable, undoButtons } from "./undoButtons.js";
import { panelButton } from "../parts/buttons/panelButton.js";
import {
  type HandGradients,
  type HandPass,
  parametersOf,
} from "../../lib/network/byHand/handNetwork.js";
import { formatCount, formatDecimal } from "../../lib/text/format.js";

/** The losses that are drawn, the latest ones. */
const TRAIL = 12;

/** @param code the page's own functions */
export function trainingPart(
  code: HandCode,
  send: (event: HandEvent) => void,
): HandPart<{ pass: HandPass; gradients: HandGradients }> {
  const problems = problemNote();
  const settings = settingBoxes(send, problems);
  const step = panelButton(
    "Dar un paso",
    () => {
      if (step.getAttribute("aria-disabled") !== "true") send({ type: "step" });
    },
    "primary",
  );
  const back = undoButtons(send);
  const body = html`<tbody></tbody>`;
  const trail = html`<ol class="hand-trail" aria-label="Pérdida en cada paso"></ol>`;
  const readout = html`<p class="figure-readout" role="status"></p>`;
  return {
    element: html`<div class="hand-figure">
      <div class="figure-controls">${settings.map(({ element }) => element)}</div>
      ${problems.element}
      <div class="figure-controls">${step}${back.buttons}</div>
      ${readout}${trail}${stepTable(body)}
    </div>`,
    update(state, { pass, gradients }) {
      const { numbers } = state;
      const next = afterStep(numbers, code);
      for (const setting of settings) setting.write(numbers);
      back.update(state);
      setAvailable(step, Number.isFinite(pass.loss));
      readout.textContent = `Tras ${formatCount(numbers.losses.length, "paso", "pasos")}, la pérdida es ${lossText(pass.loss)}. El siguiente la llevaría a ${lossText(code.forward(next.network, next.example).loss)}.`;
      trail.replaceChildren(...trailOf([...numbers.losses, pass.loss]));
      body.replaceChildren(...stepRows(numbers, { gradients, next }));
    },
  };
}

function lossText(loss: number): string {
  return Number.isFinite(loss) ? formatDecimal(loss, 4) : "—: se ha disparado, ya no es un número";
}

/** The rate and the momentum, with their names. */
function settingBoxes(send: (event: HandEvent) => void, problems: ProblemNote) {
  const setting = (of: "learningRate" | "momentum", label: string, max: number) => {
    const place: Place = { of };
    const box = numberBox({
      label,
      min: 0,
      max,
      onWrite: (value) => {
        send({ type: "write", place, value });
      },
      problems,
    });
    const element = html`<label class="hand-setting">${label} ${box.element}</label>`;
    return {
      element,
      write: (numbers: HandNumbers) => {
        box.write(numbers[of]);
      },
    };
  };
  return [setting("learningRate", "Tasa de aprendizaje", 100), setting("momentum", "Momento", 1)];
}

/** A bar a loss, the first of them as high as the highest. */
function trailOf(losses: readonly number[]): HTMLElement[] {
  const shown = losses.slice(-TRAIL);
  const highest = Math.max(...shown.filter(Number.isFinite));
  return shown.map((loss, i) => {
    const bar = html`<span class="hand-trail-bar" aria-hidden="true"></span>`;
    bar.style.height = Number.isFinite(loss) ? `${(100 * loss) / highest}%` : "100%";
    const number = losses.length - shown.length + i;
    return html`<li>
      <span class="hand-trail-place">${bar}</span>
      <span><span class="visually-hidden">Paso ${number}: </span>${shortNumber(loss)}</span>
    </li>`;
  });
}

function stepTable(body: HTMLElement): HTMLElement {
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label="El paso siguiente">
    <table class="bar-table hand-table">
      <thead>
        <tr>
          <th scope="col">Número</th>
          <th scope="col" class="number">Vale</th>
          <th scope="col" class="number">Gradiente</th>
          <th scope="col" class="number">Velocidad</th>
          <th scope="col" class="number">Valdrá</th>
        </tr>
      </thead>
      ${body}
    </table>
  </div>`;
}

function stepRows(
  { network }: HandNumbers,
  { gradients, next }: { gradients: HandGradients; next: HandNumbers },
): DocumentFragment[] {
  const gradient = parametersOf(gradients);
  const moved = parametersOf(next.network);
  return parametersOf(network).map(
    (value, i) =>
      html.fragment`<tr>
        <th scope="row">${shortNames[i]}</th>
        ${[value, gradient[i]!, next.velocities[i]!, moved[i]!].map(
          (number) => html.fragment`<td class="number">${shortNumber(number)}</td>`,
        )}
      </tr>`,
  );
}
