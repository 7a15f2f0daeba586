// The controls of a sweep: start, pause, go on, cancel; how far it is and how long it still takes; and
// the sweep that an earlier visit left unfinished. What computes is handed in.
import { html } from "htl";
import { progressBar } from "./progressBar.js";
import { formatCount, formatTimeLeft } from "../lib/format.js";
import type { Sweep } from "../lib/sweep.js";
import type { SweepListener, SweepSession } from "../training/conductSweep.js";

export interface SweepPanelOptions {
  /** A new sweep; undefined if the plan is not sound. */
  create: () => Sweep | undefined;
  conduct: (sweep: Sweep, listener: SweepListener) => SweepSession;
  /** Left by an earlier visit. */
  unfinished: Sweep | undefined;
  /** The reader does not want to go on with it. */
  dismiss: (sweep: Sweep) => Promise<void>;
  /** Of its runs, how many are done. */
  doneRuns: (sweep: Sweep) => number;
}

export function sweepPanel(options: SweepPanelOptions): HTMLElement {
  const { create, conduct, unfinished, dismiss, doneRuns } = options;
  const start = button("Empezar el barrido", "primary");
  const pause = button("Pausa");
  const resume = button("Continuar");
  const cancel = button("Cancelar el barrido");
  const bar = progressBar({ label: "Progreso del barrido" });
  const status = html`<p class="training-status">Sin empezar.</p>`;
  const announcement = html`<p class="visually-hidden" aria-live="polite"></p>`;
  const messages = html`<div role="alert"></div>`;
  const offer = html`<div></div>`;
  let session: SweepSession | undefined;
  let announced = -1;

  function setState(state: "idle" | "running" | "paused"): void {
    start.hidden = state !== "idle";
    pause.hidden = state !== "running";
    resume.hidden = state !== "paused";
    cancel.hidden = state === "idle";
    bar.element.hidden = state === "idle" && bar.value === 0;
  }

  function end(text: string): void {
    const hadFocus = controls.contains(document.activeElement);
    session = undefined;
    setState("idle");
    if (hadFocus) start.focus();
    status.textContent = text;
    announcement.textContent = text;
  }

  function begin(sweep: Sweep): void {
    offer.replaceChildren();
    messages.replaceChildren();
    status.textContent = "Preparando…";
    setState("running");
    pause.focus();
    const count = sweep.runIds.length;
    session = conduct(sweep, {
      onProgress({ index, ratio, secondsLeft, status: state }) {
        const place = `Corrida ${index + 1} de ${count}`;
        if (state === "loading") {
          status.textContent = `${place}: descargando los datos…`;
          return;
        }
        setState(state);
        const text =
          state === "paused"
            ? `En pausa. ${place}.`
            : `${place} · queda: ${formatTimeLeft(secondsLeft)}`;
        bar.set((index + ratio) / count, text);
        status.textContent = text;
        if (announced !== index) announcement.textContent = place;
        announced = index;
      },
      onNotice(message) {
        messages.replaceChildren(html`<p class="callout">${message}</p>`);
      },
      onEnded(ended) {
        if (ended.status === "finished") bar.set(1, "Barrido terminado");
        end(
          ended.status === "finished"
            ? `Barrido terminado: ${formatCount(count, "corrida", "corridas")}.`
            : "Barrido cancelado: lo que se había entrenado se queda.",
        );
      },
      onFailed(message) {
        end("El barrido no ha podido seguir.");
        messages.replaceChildren(html`<p class="callout error">${message}</p>`);
        offerSweep(sweep);
      },
    });
  }

  function offerSweep(sweep: Sweep): void {
    const again = button("Seguir con el barrido", "primary");
    again.onclick = () => {
      begin(sweep);
    };
    const leave = button("Dejarlo así");
    leave.onclick = async () => {
      offer.replaceChildren();
      start.focus();
      await dismiss(sweep);
    };
    offer.replaceChildren(
      html`<div class="callout">
        <p>
          Tienes un barrido a medias: ${doneRuns(sweep)} de ${sweep.runIds.length} corridas hechas.
          Sigue justo donde quedó.
        </p>
        <div class="training-controls">${again}${leave}</div>
      </div>`,
    );
  }

  start.onclick = () => {
    const sweep = create();
    if (sweep) begin(sweep);
    else messages.replaceChildren(html`<p class="callout error">Corrige antes el plan.</p>`);
  };
  pause.onclick = () => {
    session?.pause();
    status.textContent = "En pausa al acabar este paso…";
  };
  resume.onclick = () => {
    session?.resume();
  };
  cancel.onclick = () => {
    session?.cancel();
    status.textContent = "Cancelando y evaluando la red…";
  };
  const controls = html`<div class="training-controls">${start}${pause}${resume}${cancel}</div>`;
  setState("idle");
  if (unfinished) offerSweep(unfinished);
  return html`<section class="sweep-panel" aria-label="Barrido">
    ${offer}${controls}${bar.element}${status}${announcement}${messages}
  </section>`;
}

function button(label: string, className = ""): HTMLButtonElement {
  return html`<button type="button" class=${className}>${label}</button>` as HTMLButtonElement;
}
