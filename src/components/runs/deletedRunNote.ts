// Tells who trains a run that they have deleted it elsewhere, and gives the way back: its next saves stay
// among the deleted ones, which are dropped after a while.
import { html } from "htl";
import { tellingButton } from "../parts/buttons/tellingButton.js";
import { runName } from "../../lib/run/runName.js";
import type { RunRecord } from "../../lib/run/runRecord.js";

export interface DeletedRunNoteOptions {
  /** The record of the run as it is saved; undefined if it is not. */
  record: (id: string) => Promise<RunRecord | undefined>;
  restore: (id: string) => Promise<void>;
}

export type DeletedRunNote = HTMLElement & {
  /** This run from now on; undefined: none. */
  watch(id: string | undefined): void;
  /** Something saved has changed. */
  update(): Promise<void>;
};

/** Empty while the watched run is not deleted. */
export function deletedRunNote({ record, restore }: DeletedRunNoteOptions): DeletedRunNote {
  const element = html`<div role="status" tabindex="-1"></div>` as unknown as DeletedRunNote;
  let watched: string | undefined;
  let told: string | undefined;

  async function bringBack(run: RunRecord): Promise<void> {
    await restore(run.id);
    told = undefined;
    element.replaceChildren(
      html`<p class="callout">«${runName(run)}» vuelve a estar entre tus entrenamientos.</p>`,
    );
    element.focus(); // the button that had it is gone
  }

  function tell(run: RunRecord | undefined): void {
    if (run?.id === told) return; // the keyboard may be on its button
    told = run?.id;
    element.replaceChildren(...(run ? [offer(run, () => bringBack(run))] : []));
  }

  element.update = async () => {
    const id = watched;
    const saved = id === undefined ? undefined : await record(id).catch(() => undefined);
    if (id === watched) tell(saved?.deletedAt === undefined ? undefined : saved);
  };
  element.watch = (id) => {
    if (id === watched) return;
    watched = id;
    told = undefined;
    element.replaceChildren();
    void element.update();
  };
  return element;
}

/** What has happened to the run, with the button that brings it back. */
function offer(run: RunRecord, bringBack: () => Promise<void>): HTMLElement {
  return html`<div class="callout">
    <p>
      Has borrado este entrenamiento, «${runName(run)}». Puedes seguir con él, pero se guarda entre
      los borrados y al cabo de un rato se pierde. Aún puedes recuperarlo, aquí o en
      <a href="./experimentos.html">Experimentos</a>.
    </p>
    <div class="training-controls">${tellingButton("Recuperarlo", bringBack)}</div>
  </div>`;
}
