// The panel of a training: its buttons, how far it is and how long it still takes, one step looked at,
// and the run that an earlier visit left unfinished. What computes is handed in; `show` draws.
import { html } from "htl";
import { deletedRunNote, type DeletedRunNoteOptions } from "../runs/deletedRunNote.js";
import { downloadButton } from "../parts/downloadButton.js";
import { progressBar } from "../parts/progressBar.js";
import { runLink } from "../runs/runLink.js";
import { runOffer } from "./runOffer.js";
import { showNotice } from "./showNotice.js";
import { stepFigure } from "./stepFigure.js";
import { trainingControls } from "./trainingControls.js";
import { trainingPresence } from "./trainingPresence.js";
import { trainingStatus } from "./trainingStatus.js";
import { hyperparameterProblems } from "../../lib/run/hyperparameters.js";
import { presentRate, type Run, totalBatches } from "../../lib/run/run.js";
import { runName } from "../../lib/run/runName.js";
import type { Advance, ResumeOptions } from "../../training/loop/control.js";
import type { ConfiguredStart, TrainingStart } from "../../training/worker/messages.js";
import type { TrainingListener, TrainingSession } from "../../training/start/startTraining.js";

export interface TrainingPanelOptions extends DeletedRunNoteOptions {
  /** @param advance how far before it pauses; left out: to the end */
  begin: (start: TrainingStart, listener: TrainingListener, advance?: Advance) => TrainingSession;
  /** Of the next run; sound or not. */
  configuration: () => ConfiguredStart;
  /** The run to go on with, if it is not over, or undefined. Rejects if nothing can be kept. */
  runToOffer: () => Promise<Run | undefined>;
  /** The run as a file, for a browser that cannot keep it. */
  exported: (run: Run) => Promise<BlobPart>;
  /** Called whenever there is something new to draw. */
  show: (run: Run) => void;
}

export type TrainingPanel = HTMLElement & {
  /** Something kept has changed. */
  update(): Promise<void>;
};

export function trainingPanel(options: TrainingPanelOptions): TrainingPanel {
  const { begin, configuration, runToOffer, record, exported, show } = options;
  const bar = progressBar({ label: "Progreso del entrenamiento" });
  const status = html`<p class="training-status">Sin empezar.</p>`;
  const epoch = html`<p class="training-epoch"></p>`;
  const announcement = html`<p class="visually-hidden" aria-live="polite"></p>`;
  const [messages, step, link] = [place("alert"), place(), place("status")];
  const offer = runOffer({ read: runToOffer, goOn });
  const controls = trainingControls({ onTrain: train, onPause: pause, onResume: resume, onStop });
  const presence = trainingPresence();
  const deletedNote = deletedRunNote(options);
  let session: TrainingSession | undefined;
  let current: Run | undefined;
  /** One step is asked for: the buttons stay as they are meanwhile. */
  let stepping = false;
  let unsaved = false;

  function setState(state: typeof controls.state): void {
    controls.setState(state);
    bar.element.hidden = state === "idle" && bar.value === 0;
  }

  function complain(...problems: readonly { message: string }[]): void {
    messages.replaceChildren(
      ...problems.map(({ message }) => html`<p class="callout error">${message}</p>`),
    );
  }

  function train(advance?: Advance): void {
    let configured: ConfiguredStart;
    try {
      configured = configuration();
    } catch (error) {
      complain(error as Error);
      return;
    }
    const problems = hyperparameterProblems(configured.hyperparameters);
    complain(...problems);
    if (problems.length === 0) start(configured, advance);
  }

  function pause(): void {
    session?.pause();
    status.textContent = "En pausa al acabar este paso…";
  }

  function resume(resumed: ResumeOptions): void {
    if (!hasSoundRate(current!, resumed)) return;
    stepping = resumed.advance === "step";
    if (!stepping) step.replaceChildren(); // the run leaves it behind
    session?.resume(resumed);
  }

  function goOn(run: Run, resumed: ResumeOptions): void {
    if (!hasSoundRate(run, resumed)) return;
    start({ from: "save", runId: run.id, learningRate: resumed.learningRate }, resumed.advance);
  }

  function hasSoundRate(run: Run, { learningRate = presentRate(run) }: ResumeOptions): boolean {
    const problems = hyperparameterProblems({ ...run.hyperparameters, learningRate });
    complain(...problems);
    return problems.length === 0;
  }

  function onStop(): void {
    if (controls.state === "loading") {
      session?.terminate(); // still downloading: there is nothing to keep
      end("Entrenamiento cancelado.");
    } else {
      session?.stop();
      status.textContent = "Deteniendo y evaluando la red…";
    }
  }

  function start(from: TrainingStart, advance?: Advance): void {
    for (const each of [messages, step, link, epoch]) each.replaceChildren();
    offer.withdraw();
    deletedNote.watch(undefined);
    stepping = advance === "step";
    setState("loading");
    current = undefined;
    status.textContent = "Descargando los datos…";
    session = begin(from, listener(from, advance), advance);
    controls.focus();
  }

  /** @param title for a tab that nobody sees; left out: the reader has ended it */
  function end(text: string, title?: string): void {
    session = undefined;
    const hadFocus = controls.element.contains(document.activeElement);
    setState("idle");
    if (hadFocus) controls.focus();
    status.textContent = text;
    announcement.textContent = text;
    presence.ended(title, unsaved);
  }

  function listener(from: TrainingStart, advance?: Advance): TrainingListener {
    return {
      onLoading({ receivedBytes, totalBytes }) {
        bar.set(receivedBytes / totalBytes, "Descargando los datos");
        status.textContent = trainingStatus.loading(receivedBytes, totalBytes);
      },
      onPreparing() {
        bar.set(0, "Preparando la red");
        status.textContent = "Preparando la red…";
      },
      onStarted(run) {
        current = run;
        deletedNote.watch(run.id);
        if (!stepping) setState("running");
        show(run);
      },
      onProgress(run, progress) {
        const ratio = progress.batch / totalBatches(run.hyperparameters);
        unsaved = !progress.isKept;
        if (run.status === "paused") {
          if (controls.state !== "paused") controls.setRate(presentRate(run));
          setState("paused");
          if (stepping) controls.focus("Un paso");
          stepping = false;
          presence.paused(ratio, unsaved);
        } else {
          if (!stepping) setState("running");
          presence.running(ratio, unsaved);
        }
        const text = trainingStatus.training(run, progress);
        bar.set(ratio, text);
        status.textContent = text;
        if (progress.newHistory.epochs.length > 0) {
          epoch.textContent = announcement.textContent = trainingStatus.epoch(run);
        }
        show(run);
      },
      onInspected(inspection) {
        step.replaceChildren(stepFigure(inspection));
      },
      onEnded(run) {
        show(run);
        if (run.status === "diverged") {
          unsaved = false; // what is lost is worth nothing
          complain({ message: trainingStatus.diverged(run) });
        }
        if (run.status === "finished") {
          bar.set(1, "Entrenamiento terminado");
          void runLink(run).then((element) => {
            if (!session) link.replaceChildren(element);
          });
        }
        if (unsaved) messages.append(rescue(run, exported));
        end(trainingStatus.ended(run), run.status === "finished" ? "Terminado" : "Interrumpido");
        if (run.status === "stopped") offerRun(run);
      },
      onNotice(notice) {
        showNotice(messages, notice);
      },
      onFailed(message, retry) {
        end("El entrenamiento no ha podido seguir.", "Interrumpido");
        const again = html`<button type="button">Reintentar</button>`;
        again.onclick = () => void restart(from, advance);
        messages.replaceChildren(
          html`<div class="callout error">
            <p>${message}</p>
            ${retry ? again : ""}
          </div>`,
        );
      },
    };
  }

  /** After a failure: from the last save if this run had one, at its present rate; else from the beginning. */
  async function restart(from: TrainingStart, advance?: Advance): Promise<void> {
    const failed = current;
    const kept = failed && (await record(failed.id).catch(() => undefined));
    start(
      kept ? { from: "save", runId: kept.id, learningRate: presentRate(failed) } : from,
      advance,
    );
  }

  function offerRun(run: Run): void {
    if (!offer.make(run)) return;
    deletedNote.watch(run.id);
    show(run);
  }

  const panel = html`<section class="training-panel" aria-label="Entrenamiento">
    ${offer.element}${controls.element}${bar.element}${status}${epoch}${announcement}${messages}${deletedNote}${link}${step}
  </section>` as unknown as TrainingPanel;
  panel.update = async () => {
    await Promise.all([deletedNote.update(), offer.update()]);
  };
  setState("idle");
  void runToOffer().then(
    (run) => {
      if (run && !session) offerRun(run);
    },
    (error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      messages.replaceChildren(html`<p class="callout">${message}</p>`);
    },
  );
  return panel;
}

function place(role?: string): HTMLElement {
  const element = html`<div></div>`;
  if (role !== undefined) element.setAttribute("role", role);
  return element;
}

/** The way out for a run that has ended and that the browser could not keep. */
function rescue(run: Run, exported: TrainingPanelOptions["exported"]): HTMLElement {
  const download = downloadButton("Descargar este entrenamiento", {
    name: `${runName(run).replaceAll(" ", "-")}.entrenamientos.gz`,
    type: "application/gzip",
    content: () => exported(run),
  });
  return html`<div class="callout">
    <p>
      El navegador no ha podido guardar este entrenamiento entero. Descárgalo antes de cerrar la
      página:
      <a href="./experimentos">Experimentos</a> lo puede importar, en este navegador o en otro.
    </p>
    ${download}
  </div>`;
}
