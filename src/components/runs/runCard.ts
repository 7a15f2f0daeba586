// One run and what can be done with it: rename, pin, choose for the pages, export, go back to an epoch,
// delete. What keeps and computes is handed in; each action says what it did. A run that changes while it
// is open is shown in place: what the reader is typing, their focus and what an action said stay.
import { html } from "htl";
import { downloadButton } from "../parts/downloadButton.js";
import { epochForm } from "./epochForm.js";
import { renameForm } from "./renameForm.js";
import { switchButton } from "../parts/switchButton.js";
import { formatCount, formatInteger, formatNumber } from "../../lib/text/format.js";
import { runCsv } from "../../lib/files/runCsv.js";
import { formatEngines } from "../../lib/run/engineUse.js";
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
  /** Begins a run at the end of the epoch, and gives its id. */
  branch: (epoch: number) => Promise<string>;
  /** Of the run, which has finished: see runLink. */
  link: () => Promise<Node>;
}

interface State {
  /** Whether it is the run of the other pages. */
  isChosen: boolean;
}

export type RunCard = HTMLElement & {
  /** Opens the run, or shows what has changed of the one that is open. */
  update(run: RunRecord, state: State): void;
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
  let controls: Controls;

  const say = (message: string) => {
    status.textContent = message;
  };
  const attempt: Attempt = async (work, done) => {
    try {
      const result = await work();
      status.replaceChildren(typeof done === "string" ? done : done(result));
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
    }
  };
  element.update = (run, state) => {
    const isOther = run.id !== open?.id;
    open = run;
    if (isOther) {
      const hadFocus = element.contains(document.activeElement);
      const actions = actionsOf(run);
      const current = () => open!;
      controls = actions
        ? ownControls(actions, { attempt, say, current })
        : { elements: [csvButton(current)], update: () => undefined };
      place.replaceChildren(...controls.elements);
      status.replaceChildren();
      if (hadFocus) heading.focus(); // the run that had it has been deleted
    }
    const name = runName(run);
    element.setAttribute("aria-label", `Entrenamiento «${name}»`);
    heading.textContent = name;
    about.textContent = summary(run);
    controls.update(run, state);
  };
  return element;
}

type Attempt = <T>(work: () => Promise<T>, done: string | ((result: T) => Node)) => Promise<void>;

interface Controls {
  elements: Node[];
  update: (run: RunRecord, state: State) => void;
}

function ownControls(
  actions: RunActions,
  {
    attempt,
    say,
    current,
  }: { attempt: Attempt; say: (message: string) => void; current: () => RunRecord },
): Controls {
  const rename = renameForm({
    rename: (name) => attempt(() => actions.rename(name), "Nombre cambiado."),
    refuse: say,
  });
  const pin = switchButton(
    { label: "Fijar: no borrarlo nunca por falta de sitio", id: "fijar-ayuda" },
    (on) => attempt(() => actions.pin(on), on ? "Fijado." : "Ya no está fijado."),
  );
  const choose = switchButton(
    { label: "El que miran las demás páginas", id: "elegir-ayuda" },
    (on) =>
      attempt(
        () => actions.choose(on),
        on
          ? "Las páginas de resultados muestran ahora este entrenamiento."
          : "Las páginas de resultados vuelven a mostrar el último.",
      ),
  );
  const epochs = epochForm((epoch) =>
    attempt(
      () => actions.branch(epoch),
      (id) =>
        html`<span
          >Hay un entrenamiento nuevo, en pausa al final de la época ${epoch}.
          <a href=${offerAddress(id)}>Seguir con él en Entrenar</a></span
        >`,
    ),
  );
  const download = downloadButton("Exportar", {
    name: () => fileName(current(), "entrenamientos.gz"),
    type: "application/gzip",
    content: () => actions.exported(current()),
  });
  const goOn = html`<p><a>Seguir con él en Entrenar</a></p>`;
  const link = html`<div></div>`;
  let isLinked = false;
  const showLink = async () => {
    isLinked = true;
    link.replaceChildren(await actions.link());
  };
  return {
    elements: [
      goOn,
      rename,
      html`<div class="run-card-actions">${pin.elements}${choose.elements}</div>`,
      epochs,
      html`<div class="run-card-actions">
        ${download}${csvButton(current)}${removeButton(() => attempt(actions.remove, ""))}
      </div>`,
      link,
    ],
    update(run, { isChosen }) {
      rename.update(runName(run));
      pin.box.checked = run.pinned === true;
      choose.box.checked = isChosen;
      choose.lock(run.hasEvaluation || isChosen ? undefined : NO_RESULTS);
      epochs.update(run);
      goOn.hidden = !canGoOn(run);
      goOn.querySelector("a")!.setAttribute("href", offerAddress(run.id));
      if (run.status === "finished" && !isLinked) void attempt(showLink, "");
    },
  };
}

function csvButton(current: () => RunRecord): HTMLElement {
  return downloadButton("Historia (CSV)", {
    name: () => fileName(current(), "csv"),
    type: "text/csv",
    content: () => runCsv([current()]),
  });
}

function fileName(run: RunRecord, ending: string): string {
  return `${runName(run).replaceAll(/[^\p{L}\p{N}]+/gu, "-")}.${ending}`;
}

function summary({ hyperparameters, engine, batch, savedEpochs }: RunRecord): string {
  const { trainImages, batchSize, learningRate, seed } = hyperparameters;
  const kept =
    savedEpochs.length === 0
      ? ""
      : savedEpochs.length === 1
        ? " Guarda los pesos de una época."
        : ` Guarda los pesos de ${savedEpochs.length} épocas.`;
  return (
    `${formatCount(batch, "lote", "lotes")} de ${formatInteger(batchSize)} ${batch === 1 ? "hecho" : "hechos"}, ${formatInteger(trainImages)} imágenes, ` +
    `tasa ${formatNumber(learningRate)}, semilla ${seed}${engine.length === 0 ? "" : `, con ${formatEngines(engine)}`}.${kept}`
  );
}

const NO_RESULTS =
  "Todavía no hay resultados que enseñar de este entrenamiento: los habrá cuando acabe su primera época o cuando lo detengas.";

function removeButton(remove: () => Promise<void>): HTMLElement {
  const button = html`<button type="button">Borrar</button>` as HTMLButtonElement;
  button.onclick = () => {
    void remove();
  };
  return html`<p class="download">${button}</p>`;
}
