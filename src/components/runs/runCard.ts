// One run and what can be done with it, which runCardControls draws; each action says what it did. A run
// that changes while it is open is shown in place: what the reader is typing, their focus and what an
// action said stay.
import { html } from "htl";
import {
  type Attempt,
  csvButton,
  type RunActions,
  runCardControls,
  type RunCardControls,
  type RunCardState,
} from "./runCardControls.js";
import { formatCount, formatInteger, formatNumber } from "../../lib/text/format.js";
import { formatEngines } from "../../lib/run/engineUse.js";
import { runName } from "../../lib/run/runName.js";
import type { RunRecord } from "../../lib/run/runRecord.js";
import { errorMessage } from "../../lib/errors/errorMessage.js";

export type { RunActions } from "./runCardControls.js";

export type RunCard = HTMLElement & {
  /** Opens the run, or shows what has changed of the one that is open. */
  update(run: RunRecord, state: RunCardState): void;
};

/** @param actionsOf gives undefined for the reference run, which is not the reader's to change */
export function runCard(actionsOf: (run: RunRecord) => RunActions | undefined): RunCard {
  const heading = html`<h3 tabindex="-1"></h3>`;
  const about = html`<p></p>`;
  const place = html`<div></div>`;
  const status = html`<p class="run-card-status" role="status"></p>`;
  const element = html`<section class="run-card">
    ${heading}${about}${place}${status}
  </section>` as unknown as RunCard;
  let open: RunRecord | undefined;
  let controls: RunCardControls;
  const say = (message: Node | string) => {
    status.replaceChildren(message);
  };
  const openRun = (run: RunRecord) => {
    const hadFocus = element.contains(document.activeElement);
    const isOpen = () => open?.id === run.id;
    controls = controlsOf(actionsOf(run), {
      current: () => open!,
      say,
      attempt: attemptWith((message) => {
        if (isOpen()) say(message);
      }),
    });
    place.replaceChildren(...controls.elements);
    status.replaceChildren();
    if (hadFocus) heading.focus(); // the run that had it has been deleted
  };
  element.update = (run, state) => {
    const isOther = run.id !== open?.id;
    open = run;
    if (isOther) openRun(run);
    const name = runName(run);
    element.setAttribute("aria-label", `Entrenamiento «${name}»`);
    heading.textContent = name;
    about.textContent = summary(run);
    controls.update(run, state);
  };
  return element;
}

type ControlsContext = Parameters<typeof runCardControls>[1];

function controlsOf(actions: RunActions | undefined, context: ControlsContext): RunCardControls {
  if (actions) return runCardControls(actions, context);
  return { elements: [csvButton(context.current)], update: () => undefined };
}

/** Does the work, and says what came of it: what is done, or why it could not be. */
function attemptWith(say: (message: Node | string) => void): Attempt {
  return async (work, done) => {
    try {
      const result = await work();
      say(typeof done === "string" ? done : done(result));
    } catch (error) {
      say(errorMessage(error));
    }
  };
}

function summary({ hyperparameters, engine, batch, savedEpochs }: RunRecord): string {
  const { trainImages, validationImages = 0, batchSize, learningRate, seed } = hyperparameters;
  const apart =
    validationImages > 0 ? ` (${formatInteger(validationImages)} apartadas para validar)` : "";
  const weights =
    savedEpochs.length === 0
      ? ""
      : savedEpochs.length === 1
        ? " Guarda los pesos de una época."
        : ` Guarda los pesos de ${savedEpochs.length} épocas.`;
  return (
    `${formatCount(batch, "lote", "lotes")} de ${formatInteger(batchSize)} ${batch === 1 ? "hecho" : "hechos"}, ${formatInteger(trainImages)} imágenes${apart}, ` +
    `tasa ${formatNumber(learningRate)}, semilla ${seed}${engine.length === 0 ? "" : `, con ${formatEngines(engine)}`}.${weights}`
  );
}
