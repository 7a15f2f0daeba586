// What can be done with a run of the reader's: rename, pin, choose for the pages, export, go back to an
// epoch, delete, and the link to one that has finished. What saves and computes is handed in.
import { html } from "htl";
import { downloadButton } from "../parts/downloadButton.js";
import { type EpochForm, epochForm } from "./epochForm.js";
import { renameForm } from "./renameForm.js";
import { testOpener } from "./testOpener.js";
import { type SwitchButton, switchButton } from "../parts/buttons/switchButton.js";
import { runCsv } from "../../lib/files/runCsv.js";
import { heldOutSet } from "../../lib/run/heldOut/heldOut.js";
import { runName } from "../../lib/run/runName.js";
import type { RunRecord } from "../../lib/run/runRecord.js";
import { canGoOn, offerAddress } from "../../lib/store/runToOffer.js";

export interface RunActions {
  rename: (name: string) => Promise<void>;
  pin: (pinned: boolean) => Promise<void>;
  /** For the other pages; false: the latest again. */
  choose: (chosen: boolean) => Promise<void>;
  remove: () => Promise<void>;
  exported: (run: RunRecord) => Promise<BlobPart>;
  /** Evaluates the run on the test images, which its reader looks at. */
  openTest: () => Promise<void>;
  /** Begins a run at the end of the epoch, and gives its id. */
  branch: (epoch: number) => Promise<string>;
  /** What stands under a run that has finished: see runLink. */
  link: () => Promise<Node>;
}

/** Does the work and says what came of it; `done` is what is said, or makes it of the result. */
export type Attempt = <T>(
  work: () => Promise<T>,
  done: string | ((result: T) => Node),
) => Promise<void>;

export interface RunCardState {
  /** Whether it is the run of the other pages. */
  isChosen: boolean;
}

export interface RunCardControls {
  elements: Node[];
  update: (run: RunRecord, state: RunCardState) => void;
}

/** @param context.current the run as it is now */
export function runCardControls(
  actions: RunActions,
  context: { attempt: Attempt; say: (message: string) => void; current: () => RunRecord },
): RunCardControls {
  const { attempt, say, current } = context;
  const rename = renameForm({
    rename: (name) => attempt(() => actions.rename(name), "Nombre cambiado."),
    refuse: say,
  });
  const pin = pinSwitch(actions, attempt);
  const choose = chooseSwitch(actions, attempt);
  const epochs = branchForm(actions, attempt);
  const goOn = goOnLink();
  const link = linkPlace(actions, attempt);
  const test = testOpener(actions.openTest, attempt);
  return {
    elements: [
      test.element,
      goOn.element,
      rename,
      html`<div class="run-card-actions">${pin.elements}${choose.elements}</div>`,
      epochs,
      html`<div class="run-card-actions">
        ${exportButton(actions, current)}${csvButton(current)}${removeButton(actions, attempt)}
      </div>`,
      link.element,
    ],
    update(run, { isChosen }) {
      rename.update(runName(run));
      pin.box.checked = run.pinned === true;
      choose.box.checked = isChosen;
      choose.lock(isChosen ? undefined : whyNotShown(run));
      epochs.update(run);
      goOn.update(run);
      link.update(run);
      test.update(run);
    },
  };
}

/** Why the other pages cannot show the run; undefined where they can. */
export function whyNotShown(
  run: Pick<RunRecord, "hasEvaluation" | "status" | "hyperparameters">,
): string | undefined {
  const { hasEvaluation, status, hyperparameters } = run;
  if (hasEvaluation) return undefined;
  if (heldOutSet(hyperparameters) === "validation" && status !== "diverged")
    return "Las demás páginas enseñan resultados en la prueba, y la de este entrenamiento está cerrada.";
  return status === "diverged"
    ? "Este entrenamiento divergió antes de acabar su primera época: no hay resultados que enseñar."
    : "Todavía no hay resultados que enseñar de este entrenamiento: los habrá cuando acabe su primera época o cuando lo detengas.";
}

function goOnLink(): { element: HTMLElement; update: (run: RunRecord) => void } {
  const link = html`<a>Seguir con él en Entrenar</a>` as HTMLAnchorElement;
  const element = html`<p>${link}</p>`;
  return {
    element,
    update(run) {
      element.hidden = !canGoOn(run);
      link.href = offerAddress(run.id);
    },
  };
}

function pinSwitch({ pin }: RunActions, attempt: Attempt): SwitchButton {
  return switchButton(
    { label: "Fijar: no borrarlo nunca por falta de sitio", id: "fijar-ayuda" },
    (on) => attempt(() => pin(on), on ? "Fijado." : "Ya no está fijado."),
  );
}

function chooseSwitch({ choose }: RunActions, attempt: Attempt): SwitchButton {
  const chosen = "Las páginas de resultados muestran ahora este entrenamiento.";
  const latest = "Las páginas de resultados vuelven a mostrar el último.";
  return switchButton({ label: "El que miran las demás páginas", id: "elegir-ayuda" }, (on) =>
    attempt(() => choose(on), on ? chosen : latest),
  );
}

function branchForm({ branch }: RunActions, attempt: Attempt): EpochForm {
  const told = (epoch: number) => (id: string) =>
    html`<span
      >Hay un entrenamiento nuevo, en pausa al final de la época ${epoch}.
      <a href=${offerAddress(id)}>Seguir con él en Entrenar</a></span
    >`;
  return epochForm((epoch) => attempt(() => branch(epoch), told(epoch)));
}

/** The link is made once, when the run has finished. */
function linkPlace(
  { link }: RunActions,
  attempt: Attempt,
): { element: HTMLElement; update: (run: RunRecord) => void } {
  const element = html`<div></div>`;
  let isMade = false;
  const make = async () => {
    element.replaceChildren(await link());
  };
  return {
    element,
    update({ status }) {
      if (status !== "finished" || isMade) return;
      isMade = true;
      void attempt(make, "");
    },
  };
}

function exportButton({ exported }: RunActions, current: () => RunRecord): HTMLElement {
  return downloadButton("Exportar", {
    name: () => fileName(current(), "entrenamientos.gz"),
    type: "application/gzip",
    content: () => exported(current()),
  });
}

function removeButton({ remove }: RunActions, attempt: Attempt): HTMLElement {
  const act = () => {
    void attempt(remove, "");
  };
  return html`<p class="download"><button type="button" onclick=${act}>Borrar</button></p>`;
}

/** A button that downloads the history of the run as it is then. */
export function csvButton(current: () => RunRecord): HTMLElement {
  return downloadButton("Historia (CSV)", {
    name: () => fileName(current(), "csv"),
    type: "text/csv",
    content: () => runCsv([current()]),
  });
}

function fileName(run: RunRecord, ending: string): string {
  return `${runName(run).replaceAll(/[^\p{L}\p{N}]+/gu, "-")}.${ending}`;
}
