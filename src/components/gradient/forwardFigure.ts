// The way forward: every number that goes in can be written, and every other one follows.
import { html } from "htl";
import { type BlockName, type BlockNumbers, blockShapes, blockValues } from "./handBlocks.js";
import { cellGrid, handDrawing, labelArrows, paint, textCells } from "./handDrawing.js";
import type { HandEvent, HandState, Place } from "./handMachine.js";
import { handSums, winnerOf } from "./handSums.js";
import { parameterNames, pixelName, shortNumber } from "./handText.js";
import { numberBox } from "./numberBox.js";
import { type ProblemNote, problemNote } from "./problemNote.js";
import { undoButtons } from "./undoButtons.js";
import type { HandPass } from "../../lib/network/byHand/handNetwork.js";
import { formatPercent } from "../../lib/text/format.js";

export interface HandPart<Results> {
  element: HTMLElement;
  update: (state: HandState, results: Results) => void;
}

/** The blocks that are written, and which of the numbers of `parametersOf` is their first. */
const firstParameter: Partial<Record<BlockName, number>> = {
  filter: 0,
  bias: 9,
  weights: 10,
  biases: 12,
};

interface Cells {
  element: Node;
  write: (values: readonly number[], winner: number) => void;
}

export function forwardFigure(send: (event: HandEvent) => void): HandPart<{ pass: HandPass }> {
  const problems = problemNote();
  const back = undoButtons(send);
  const label = labelChoice(send);
  const cells = {} as Record<BlockName, Cells>;
  const drawing = handDrawing((name) => {
    cells[name] = cellsOf(name, { send, problems });
    return name === "loss"
      ? html.fragment`${cells[name].element}${label.element}`
      : cells[name].element;
  });
  const sums = html`<div></div>`;
  const readout = html`<p class="figure-readout" role="status"></p>`;
  return {
    element: html`<div class="hand-figure">
      ${drawing}${problems.element}
      <div class="figure-controls">${back.buttons}</div>
      ${readout}${sums}
    </div>`,
    update(state, { pass }) {
      const values: BlockNumbers = blockValues(state.numbers, pass);
      const { label: trueClass } = state.numbers.example;
      for (const [name, cell] of Object.entries(cells) as [BlockName, Cells][]) {
        cell.write(values[name], name === "rectified" ? winnerOf(pass) : -1);
      }
      label.write(trueClass);
      labelArrows(drawing, values);
      back.update(state);
      sums.replaceChildren(handSums(state.numbers, pass));
      readout.textContent = `La red da un ${formatPercent(values.probabilities[trueClass]!, 0)} a la clase verdadera, la ${trueClass}: pérdida ${shortNumber(pass.loss)}.`;
    },
  };
}

interface Wiring {
  send: (event: HandEvent) => void;
  problems: ProblemNote;
}

function cellsOf(name: BlockName, wiring: Wiring): Cells {
  const first = firstParameter[name];
  if (name === "image") {
    return boxes(name, wiring, (index) => ({
      place: { of: "pixel", index },
      label: pixelName(index),
      min: 0,
    }));
  }
  if (first === undefined) return textCells(name, { label: blockShapes[name].title });
  return boxes(name, wiring, (i) => ({
    place: { of: "parameter", index: first + i },
    label: parameterNames[first + i]!,
    min: -100,
  }));
}

/** @param boxAt the smallest number allowed says whether it is a pixel, 0–1, or a parameter, ±100 */
function boxes(
  name: BlockName,
  { send, problems }: Wiring,
  boxAt: (index: number) => { place: Place; label: string; min: number },
): Cells {
  const all = Array.from({ length: blockShapes[name].count }, (_, i) => {
    const { place, label, min } = boxAt(i);
    return numberBox({
      label,
      min,
      max: min === 0 ? 1 : 100,
      onWrite: (value) => {
        send({ type: "write", place, value });
      },
      problems,
    });
  });
  const elements = all.map(({ element }) => element);
  return {
    element: cellGrid(name, elements, blockShapes[name].title),
    write(values) {
      for (const [i, box] of all.entries()) {
        box.write(values[i]!);
        if (name === "image") paint(box.element, values[i]!);
      }
    },
  };
}

function labelChoice(send: (event: HandEvent) => void) {
  const options = [0, 1].map((value) => {
    const input = html`<input
      type="radio"
      name="hand-label"
      value=${value}
      onchange=${() => {
        send({ type: "write", place: { of: "label" }, value });
      }}
    />` as HTMLInputElement;
    return { input, element: html`<label>${input} ${value}</label>` };
  });
  return {
    element: html`<fieldset class="hand-label">
      <legend>Clase verdadera</legend>
      ${options.map(({ element }) => element)}
    </fieldset>`,
    write(value: number) {
      options[value]!.input.checked = true;
    },
  };
}
