// The controls of a sweep: start, pause, go on, cancel; how far it is and how long it still takes; and
// the sweep that an earlier visit left unfinished. What computes is handed in.
import { html } from "htl";
import { deletedRunNote, type DeletedRunNoteOptions } from "../runs/deletedRunNote.js";
import { progressBar } from "../parts/progressBar.js";
import { describeFinished, describeUnfinished } from "../../lib/sweep/describeSweep.js";
import { showNotice } from "../training/showNotice.js";
import { trainingPresence } from "../training/trainingPresence.js";
import { formatTimeLeft } from "../../lib/text/format.js";
import type { Sweep } from "../../lib/sweep/sweep.js";
import type { SweepTally } from "../../lib/sweep/sweepResults.js";
import type { SweepListener, SweepSession } from "../../training/start/conductSweep.js";

export interface SweepPanelOptions extends DeletedRunNoteOptions {
  /** A new sweep; undefined if the plan is not sound. */
  create: () => Sweep | undefined;
  conduct: (sweep: Sweep, listener: SweepListener) => SweepSession;
  /** Left by an earlier visit, or under way in another tab. */
  unfinished: () => Sweep | undefined;
  /** The reader does not want to go on with it. Rejects, in Spanish, while another tab does. */
  dismiss: (sweep: Sweep) => Promise<void>;
  /** Of its runs, as they are now. */
  tally: (sweep: Sweep) => SweepTally;
}

export type SweepPanel = HTMLElement & {
  /** Something kept has changed. */
  update(): Promise<void>;
};

export function sweepPanel(options: SweepPanelOptions): SweepPanel {
  const { create, conduct, unfinished, dismiss, tally } = options;
  const start = button("Empezar el barrido", "primary");
  const pause = button("Pausa");
  const resume = button("Continuar");
  const cancel = button("Cancelar el barrido");
  const bar = progressBar({ label: "Progreso del barrido" });
  const status = html`<p class="training-status">Sin empezar.</p>`;
  const announcement = html`<p class="visually-hidden" aria-live="polite"></p>`;
  const messages = html`<div role="alert"></div>`;
  const offer = html`<div></div>`;
  const deletedNote = deletedRunNote(options);
  const presence = trainingPresence();
  let session: SweepSession | undefined;
  let announced = -1;
  let unsaved = false;
  let describeOffer = (): void => undefined;

  function setState(state: "idle" | "running" | "paused"): void {
    start.hidden = state !== "idle";
    pause.hidden = state !== "running";
    resume.hidden = state !== "paused";
    cancel.hidden = state === "idle";
    bar.element.hidden = state === "idle" && bar.value === 0;
  }

  /** @param title for a tab that nobody sees; left out: the reader has ended it */
  function end(text: string, title?: string): void {
    const hadFocus = controls.contains(document.activeElement);
    session = undefined;
    deletedNote.watch(undefined);
    setState("idle");
    if (hadFocus) start.focus();
    status.textContent = text;
    announcement.textContent = text;
    presence.ended(title, unsaved);
  }

  /** @param isKept whether there is something to offer if it fails */
  function begin(sweep: Sweep, { isKept }: { isKept: boolean }): void {
    offer.replaceChildren();
    messages.replaceChildren();
    status.textContent = "Preparando…";
    setState("running");
    pause.focus();
    const count = sweep.runIds.length;
    session = conduct(sweep, {
      onProgress({ index, ratio, secondsLeft, status: state, unsaved: lastUnsaved }) {
        unsaved = lastUnsaved;
        const place = `Entrenamiento ${index + 1} de ${count}`;
        deletedNote.watch(sweep.runIds[index]);
        if (state === "loading") {
          status.textContent = `${place}: descargando los datos…`;
          return;
        }
        setState(state);
        const text =
          state === "paused"
            ? `En pausa. ${place}.`
            : `${place} · queda: ${formatTimeLeft(secondsLeft)}`;
        presence[state]((index + ratio) / count, unsaved);
        bar.set((index + ratio) / count, text);
        status.textContent = text;
        if (announced !== index) announcement.textContent = place;
        announced = index;
      },
      onNotice(notice) {
        showNotice(messages, notice);
      },
      onEnded(ended, counted) {
        if (ended.status === "finished") {
          bar.set(1, "Barrido terminado");
          end(describeFinished(counted), "Terminado");
        } else end("Barrido cancelado: lo que se había entrenado se queda.");
      },
      onFailed(message, keptNow) {
        end("El barrido no ha podido seguir.", "Interrumpido");
        complain(message);
        const left = isKept || keptNow ? sweep : unfinished();
        if (left) offerSweep(left);
      },
    });
  }

  function complain(message: string): void {
    messages.replaceChildren(html`<p class="callout error">${message}</p>`);
  }

  function offerSweep(sweep: Sweep): void {
    const text = html`<p></p>`;
    describeOffer = () => {
      text.textContent = describeUnfinished(tally(sweep));
    };
    describeOffer();
    const again = button("Seguir con el barrido", "primary");
    again.onclick = () => {
      begin(sweep, { isKept: true });
    };
    const leave = button("Dejarlo así");
    leave.onclick = async () => {
      try {
        await dismiss(sweep);
        offer.replaceChildren();
        start.focus();
      } catch (error) {
        complain(error instanceof Error ? error.message : String(error));
      }
    };
    offer.replaceChildren(
      html`<div class="callout">
        ${text}
        <div class="training-controls">${again}${leave}</div>
      </div>`,
    );
  }

  start.onclick = () => {
    const sweep = create();
    if (sweep) begin(sweep, { isKept: false });
    else complain("Corrige antes el plan.");
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
  const left = unfinished();
  if (left) offerSweep(left);
  const panel = html`<section class="sweep-panel" aria-label="Barrido">
    ${offer}${controls}${bar.element}${status}${announcement}${messages}${deletedNote}
  </section>` as unknown as SweepPanel;
  panel.update = async () => {
    if (unfinished() === undefined)
      offer.replaceChildren(); // another tab has taken it to its end
    else describeOffer();
    await deletedNote.update();
  };
  return panel;
}

function button(label: string, className = ""): HTMLButtonElement {
  return html`<button type="button" class=${className}>${label}</button>` as HTMLButtonElement;
}
