// The way backward: under each number the gradient that comes back to it, one arrow at a time.
import { html } from "htl";
import { backwardSteps, type BothWays } from "./backwardSteps.js";
import type { HandPart } from "./forwardFigure.js";
import { type BlockName, blockGradients, blockShapes, blockValues } from "./handBlocks.js";
import { drawArrow, handDrawing, labelArrows, type TextCells, textCells } from "./handDrawing.js";
import { ARROWS, type HandEvent } from "./handMachine.js";
import { winnerOf } from "./handSums.js";
import { listed, shortNumber } from "./handText.js";
import { setAvailable } from "./undoButtons.js";
import { panelButton } from "../parts/buttons/panelButton.js";
import type { HandGradients, HandPass } from "../../lib/network/byHand/handNetwork.js";

interface Block {
  values: TextCells;
  gradient: TextCells | undefined;
}

export function backwardFigure(
  send: (event: HandEvent) => void,
): HandPart<{ pass: HandPass; gradients: HandGradients }> {
  const blocks = {} as Record<BlockName, Block>;
  const drawing = handDrawing((name) => {
    blocks[name] = blockOf(name);
    const { values, gradient } = blocks[name];
    return gradient === undefined
      ? values.element
      : html.fragment`${values.element}<p class="hand-back">Gradiente</p>${gradient.element}`;
  });
  const bar = stepBar((arrows) => {
    send({ type: "show", arrows });
    drawing.querySelector(".current")?.scrollIntoView({ block: "nearest" });
  });
  return {
    element: html`<div class="hand-figure">${drawing}${bar.element}</div>`,
    update(state, { pass, gradients }) {
      const both: BothWays = {
        values: blockValues(state.numbers, pass),
        gradients: blockGradients(gradients),
        label: state.numbers.example.label,
      };
      for (const [name, { values, gradient }] of Object.entries(blocks) as [BlockName, Block][]) {
        values.write(both.values[name], name === "rectified" ? winnerOf(pass) : -1);
        const step = backwardSteps.findIndex((one) => one.blocks.includes(name));
        if (step < state.arrows) gradient?.write(both.gradients[name] ?? []);
        else gradient?.clear();
      }
      markFlows(drawing, state.arrows, both);
      labelArrows(drawing, both.values);
      bar.update(state.arrows, both);
    },
  };
}

function blockOf(name: BlockName): Block {
  const { title } = blockShapes[name];
  const hasGradient = backwardSteps.some(({ blocks }) => blocks.includes(name));
  return {
    values: textCells(name, { label: title }),
    gradient: hasGradient
      ? textCells(name, { label: `Gradiente: ${title}`, isGradient: true })
      : undefined,
  };
}

/** The arrows that have been gone back along, and where the last one leads. */
function markFlows(drawing: HTMLElement, arrows: number, { gradients }: BothWays): void {
  for (const mark of drawing.querySelectorAll(".hand-arrow.backward")) mark.remove();
  for (const flow of drawing.querySelectorAll<HTMLElement>(".hand-flow")) {
    const name = flow.dataset.block as BlockName;
    flow.classList.toggle("current", backwardSteps[arrows - 1]?.blocks.includes(name) ?? false);
    const gone = backwardSteps.slice(0, arrows).find((step) => step.arrows.includes(name));
    if (!gone) continue;
    const given = gone.blocks.map(
      (block) =>
        `${blockShapes[block].title}, ${listed.format((gradients[block] ?? []).map(shortNumber))}`,
    );
    const arrow = drawArrow("backward", `Vuelve a ${given.join("; a ")}`);
    flow.querySelector(".hand-joint")!.append(arrow);
  }
}

/** Which arrow it is, what it does, and the buttons that go on and back. */
function stepBar(show: (arrows: number) => void) {
  let shown = 0;
  const go = (label: string, to: () => number, className = "") =>
    panelButton(
      label,
      () => {
        show(to());
      },
      className,
    );
  const previous = go("Atrás", () => shown - 1);
  const next = go("Siguiente", () => shown + 1, "primary");
  const all = go("Todas", () => (shown < ARROWS ? ARROWS : 0));
  const text = html`<div class="hand-step" role="status"></div>`;
  return {
    element: html`<div class="hand-bar">
      ${text}
      <div class="hand-buttons">${previous}${next}${all}</div>
    </div>`,
    update(arrows: number, both: BothWays) {
      shown = arrows;
      setAvailable(previous, arrows > 0);
      setAvailable(next, arrows < ARROWS);
      all.textContent = arrows < ARROWS ? "Todas" : "Ninguna";
      text.replaceChildren(...told(arrows, both));
    },
  };
}

function told(arrows: number, both: BothWays): HTMLElement[] {
  const step = backwardSteps[arrows - 1];
  if (step === undefined) {
    return [html`<p>Aún no ha vuelto nada. Se empieza por el final: pulsa «Siguiente».</p>`];
  }
  return [
    html`<p><strong>${arrows} de ${ARROWS}. ${step.title}.</strong></p>`,
    html`<p>${step.explain(both)}</p>`,
  ];
}
