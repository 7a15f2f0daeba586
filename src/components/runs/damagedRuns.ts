// What of the reader's runs and sweeps is damaged, set apart: what is wrong with each, and what can still be done
// with it. Empty, and not seen, where all is sound.
import { html } from "htl";
import { downloadButton } from "../parts/downloadButton.js";
import { packArrays } from "../../lib/files/runFile.js";
import type { DamagedRow } from "../../lib/store/readRuns.js";
import { offerAddress } from "../../lib/store/runToOffer.js";
import { errorMessage } from "../../lib/errors/errorMessage.js";

export interface DamagedRunsActions {
  /** All that is saved of it, as it is. */
  raw: (row: DamagedRow) => Promise<object>;
  /** For ever. */
  remove: (row: DamagedRow) => Promise<void>;
  /** Begins a run at the end of the epoch; resolves to its id. */
  branch: (row: DamagedRow, epoch: number) => Promise<string>;
}

export type DamagedRuns = HTMLElement & { update(rows: readonly DamagedRow[]): void };

export function damagedRuns(rows: readonly DamagedRow[], actions: DamagedRunsActions): DamagedRuns {
  const list = html`<ul></ul>`;
  const status = html`<p role="status"></p>`;
  const element = html`<section class="damaged-runs" aria-label="Datos dañados">
    <p class="callout error">
      En este navegador hay datos dañados. Se han apartado y lo demás sigue como estaba. Puedes
      descargarlos tal cual, por si alguien sabe arreglarlos, y borrarlos.
    </p>
    ${list}${status}
  </section>` as unknown as DamagedRuns;
  let shown = "";
  element.update = (next) => {
    const key = JSON.stringify(next);
    if (key === shown) return; // the keyboard may be on one of its buttons
    shown = key;
    element.hidden = next.length === 0;
    list.replaceChildren(...next.map((row) => item(row, { actions, status })));
  };
  element.hidden = true;
  element.update(rows);
  return element;
}

function item(
  row: DamagedRow,
  { actions, status }: { actions: DamagedRunsActions; status: HTMLElement },
): HTMLElement {
  const attempt = async (work: () => Promise<Node | string>) => {
    try {
      status.replaceChildren(await work());
    } catch (error) {
      status.replaceChildren(errorMessage(error));
    }
  };
  const epoch = row.epochs.at(-1);
  const branch = async () => {
    const id = await actions.branch(row, epoch!);
    return html`<span
      >Hay un entrenamiento nuevo, en pausa al final de la época ${epoch}.
      <a href=${offerAddress(id)}>Seguir con él en Entrenar</a></span
    >`;
  };
  const remove = async () => {
    await actions.remove(row);
    return `Borrado para siempre: «${row.name}».`;
  };
  return html`<li>
    <p><strong>${row.name}</strong>: ${row.problem}.</p>
    <div class="run-card-actions">
      ${downloadButton("Descargar tal cual", {
        name: `dañado-${row.name.replaceAll(/[^\p{L}\p{N}]+/gu, "-")}.json`,
        type: "application/json",
        content: async () => JSON.stringify(await actions.raw(row), packArrays),
      })}
      ${epoch === undefined ? "" : button(`Volver a su época ${epoch}`, () => attempt(branch))}
      ${button("Borrar para siempre", () => attempt(remove))}
    </div>
  </li>`;
}

function button(label: string, act: () => Promise<void>): HTMLElement {
  const made = html`<button type="button">${label}</button>`;
  made.onclick = () => void act();
  return html`<p class="download">${made}</p>`;
}
