// The controls of a training: start, pause, go on, stop; how far it is and how long it still takes;
// and the run that an earlier visit left unfinished. What computes is handed in; `show` draws.
import { html } from "htl";
import { progressBar } from "./progressBar.js";
import { trainingStatus } from "./trainingStatus.js";
import { formatInteger } from "../lib/format.js";
import { hyperparameterProblems } from "../lib/hyperparameters.js";
import { batchesPerEpoch, type Run, totalBatches } from "../lib/run.js";
import { configuredTopology, type RunConfiguration } from "../lib/runConfiguration.js";
import type { TrainingStart } from "../training/messages.js";
import type { TrainingListener, TrainingSession } from "../training/startTraining.js";

export interface TrainingPanelOptions {
  begin: (start: TrainingStart, listener: TrainingListener) => TrainingSession;
  /** Of the next run; sound or not. */
  configuration: () => RunConfiguration;
  /** The run saved last, or undefined. Rejects if nothing can be kept. */
  latestRun: () => Promise<Run | undefined>;
  /** Called whenever there is something new to draw. */
  show: (run: Run) => void;
}

export function trainingPanel(options: TrainingPanelOptions): HTMLElement {
  const { begin, configuration, latestRun, show } = options;
  const train = button("Entrenar", "primary");
  const pause = button("Pausa");
  const resume = button("Continuar");
  const stop = button("Detener");
  const bar = progressBar({ label: "Progreso del entrenamiento" });
  const status = html`<p class="training-status">Sin empezar.</p>`;
  const announcement = html`<p class="visually-hidden" aria-live="polite"></p>`;
  const offer = html`<div></div>`;
  const messages = html`<div role="alert"></div>`;
  let session: TrainingSession | undefined;

  function setState(state: "idle" | "loading" | "running" | "paused"): void {
    train.hidden = state !== "idle";
    pause.hidden = state !== "running";
    resume.hidden = state !== "paused";
    stop.hidden = state === "idle";
    bar.element.hidden = state === "idle" && bar.value === 0;
  }

  function start(from: TrainingStart): void {
    offer.replaceChildren();
    messages.replaceChildren();
    setState("loading");
    status.textContent = "Descargando los datos…";
    session = begin(from, listener(from));
    stop.focus();
  }

  function end(text: string): void {
    session = undefined;
    const hadFocus =
      document.activeElement === document.body || controls.contains(document.activeElement);
    setState("idle");
    if (hadFocus) train.focus();
    status.textContent = text;
    announcement.textContent = text;
  }

  function listener(from: TrainingStart): TrainingListener {
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
        setState("running");
        show(run);
      },
      onProgress(run, progress) {
        setState(run.status === "paused" ? "paused" : "running");
        const text = trainingStatus.training(run, progress);
        bar.set(progress.batch / totalBatches(run.hyperparameters), text);
        status.textContent = text;
        if (progress.newHistory.epochs.length > 0)
          announcement.textContent = trainingStatus.epoch(run);
        show(run);
      },
      onEnded(run) {
        show(run);
        if (run.status === "diverged") {
          messages.replaceChildren(
            html`<p class="callout error">${trainingStatus.diverged(run)}</p>`,
          );
        }
        if (run.status === "finished") bar.set(1, "Entrenamiento terminado");
        end(trainingStatus.ended(run));
        if (run.status === "stopped") offerRun(run);
      },
      onNotice(message) {
        messages.replaceChildren(html`<p class="callout">${message}</p>`);
      },
      onFailed(message, retry) {
        end("El entrenamiento no ha podido seguir.");
        const again = button("Reintentar");
        again.onclick = () => {
          void restart(from);
        };
        messages.replaceChildren(
          html`<div class="callout error">
            <p>${message}</p>
            ${retry ? again : ""}
          </div>`,
        );
      },
    };
  }

  /** After a failure: from the last save if the run had one, else from the beginning. */
  async function restart(from: TrainingStart): Promise<void> {
    const latest = await latestRun().catch(() => undefined);
    start(latest?.status === "running" ? { runId: latest.id } : from);
  }

  function offerRun(run: Run): void {
    if (run.status === "finished" || run.status === "diverged") return;
    const resumeRun = button("Seguir donde estaba", "primary");
    resumeRun.onclick = () => {
      start({ runId: run.id });
    };
    offer.replaceChildren(
      html`<div class="callout">
        <p>${describeUnfinished(run)}</p>
        ${resumeRun}
      </div>`,
    );
    show(run);
  }

  train.onclick = () => {
    const configured = configuration();
    const problems = hyperparameterProblems(configured.hyperparameters);
    messages.replaceChildren(
      ...problems.map(({ message }) => html`<p class="callout error">${message}</p>`),
    );
    if (problems.length === 0) start({ ...configured, topology: configuredTopology(configured) });
  };
  pause.onclick = () => {
    session?.pause();
    status.textContent = "En pausa al acabar este paso…";
  };
  resume.onclick = () => {
    session?.resume();
  };
  stop.onclick = () => {
    if (pause.hidden && resume.hidden) {
      session?.terminate(); // still downloading: there is nothing to keep
      end("Entrenamiento cancelado.");
    } else {
      session?.stop();
      status.textContent = "Deteniendo y evaluando la red…";
    }
  };

  const controls = html`<div class="training-controls">${train}${pause}${resume}${stop}</div>`;
  const panel = html`<section class="training-panel" aria-label="Entrenamiento">
    ${offer}${controls}${bar.element}${status}${announcement}${messages}
  </section>`;
  setState("idle");
  void latestRun().then(
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

function describeUnfinished(run: Run): string {
  const { batch } = run.checkpoint;
  const perEpoch = batchesPerEpoch(run.hyperparameters);
  return (
    `Tienes una corrida a medias: quedó en la época ${Math.floor(batch / perEpoch) + 1} de ` +
    `${run.hyperparameters.epochs}, lote ${formatInteger(batch % perEpoch)} de ${formatInteger(perEpoch)}. ` +
    "Puede seguir exactamente donde estaba, con sus propios hiperparámetros."
  );
}

function button(label: string, className = ""): HTMLButtonElement {
  return html`<button type="button" class=${className}>${label}</button>` as HTMLButtonElement;
}
