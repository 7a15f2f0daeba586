// One run and what can be done with it: rename, pin, choose for the pages, export, go back to an epoch,
// delete. What keeps and computes is handed in; each action says what it did.
import { html } from "htl";
import { downloadButton } from "./downloadButton.js";
import { formatInteger, formatNumber } from "../lib/format.js";
import { batchesPerEpoch } from "../lib/run.js";
import { runCsv } from "../lib/runCsv.js";
import { runName } from "../lib/runName.js";
import type { RunRecord } from "../lib/runRecord.js";

export interface RunActions {
  rename: (name: string) => Promise<void>;
  pin: (pinned: boolean) => Promise<void>;
  /** For the other pages; false: the latest again. */
  choose: (chosen: boolean) => Promise<void>;
  remove: () => Promise<void>;
  exported: () => Promise<BlobPart>;
  /** Begins a run at the end of the epoch. */
  branch: (epoch: number) => Promise<void>;
}

const LONGEST_NAME = 60;

/** @param options.actions left out for the reference run, which is not the reader's to change */
export function runCard(
  run: RunRecord,
  { actions, isChosen = false }: { actions?: RunActions | undefined; isChosen?: boolean },
): HTMLElement {
  const name = runName(run);
  const file = name.replaceAll(/[^\p{L}\p{N}]+/gu, "-");
  const csv = downloadButton("Historia (CSV)", {
    ...{ name: `${file}.csv`, type: "text/csv", content: () => runCsv([run]) },
  });
  const status = html`<p class="run-card-status" role="status"></p>`;
  const attempt = async (work: () => Promise<void>, done: string | Node) => {
    try {
      await work();
      status.replaceChildren(done);
    } catch (error) {
      status.textContent = error instanceof Error ? error.message : String(error);
    }
  };
  return html`<section class="run-card" aria-label=${`Corrida «${name}»`}>
    <h3>${name}</h3>
    <p>${summary(run)}</p>
    ${
      actions
        ? [
            renameForm(name, (next) => attempt(() => actions.rename(next), "Nombre cambiado.")),
            html`<div class="run-card-actions">
              ${switchButton("Fijar: no borrarla nunca por falta de sitio", {
                on: run.pinned === true,
                set: (on) => attempt(() => actions.pin(on), on ? "Fijada." : "Ya no está fijada."),
              })}
              ${switchButton("La que miran las demás páginas", {
                on: isChosen,
                set: (on) =>
                  attempt(
                    () => actions.choose(on),
                    on
                      ? "Las páginas de resultados muestran ahora esta corrida."
                      : "Las páginas de resultados vuelven a mostrar la última.",
                  ),
              })}
            </div>`,
            epochForm(run, (epoch) =>
              attempt(
                () => actions.branch(epoch),
                html`<span
                  >Hay una corrida nueva, en pausa al final de la época ${epoch}.
                  <a href="./entrenar">Entrenar</a> te ofrece seguir con ella.</span
                >`,
              ),
            ),
            html`<div class="run-card-actions">
              ${downloadButton("Exportar", {
                name: `${file}.corridas.gz`,
                type: "application/gzip",
                content: actions.exported,
              })}${csv}${removeButton(() => attempt(actions.remove, ""))}
            </div>`,
          ]
        : csv
    }
    ${status}
  </section>`;
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
    `${formatInteger(batch)} lotes de ${formatInteger(batchSize)} hechos, ${formatInteger(trainImages)} imágenes, ` +
    `tasa ${formatNumber(learningRate)}, semilla ${seed}${engine === "" ? "" : `, con ${engine}`}.${kept}`
  );
}

function renameForm(name: string, rename: (name: string) => Promise<void>): HTMLElement {
  const input = html`<input
    id="nombre-corrida"
    maxlength=${LONGEST_NAME}
    required
    value=${name}
    autocomplete="off"
  />` as HTMLInputElement;
  const form = html`<form class="run-card-form">
    <label for="nombre-corrida">Nombre</label> ${input}
    <button type="submit">Cambiar el nombre</button>
  </form>`;
  form.onsubmit = (event) => {
    event.preventDefault();
    const next = input.value.trim();
    if (next !== "") void rename(next);
  };
  return form;
}

function switchButton(
  label: string,
  { on, set }: { on: boolean; set: (on: boolean) => Promise<void> },
): HTMLElement {
  const box = html`<input type="checkbox" checked=${on} />` as HTMLInputElement;
  box.onchange = () => {
    void set(box.checked);
  };
  return html`<label class="run-switch">${box} ${label}</label>`;
}

function removeButton(remove: () => Promise<void>): HTMLElement {
  const button = html`<button type="button">Borrar</button>` as HTMLButtonElement;
  button.onclick = () => {
    void remove();
  };
  return html`<p class="download">${button}</p>`;
}

/** Only the epochs after which something is left to train. */
function epochForm(run: RunRecord, branch: (epoch: number) => Promise<void>): Node {
  const { hyperparameters, savedEpochs } = run;
  const epochs = savedEpochs.filter((epoch) => epoch < hyperparameters.epochs).reverse();
  if (epochs.length === 0) return html.fragment``;
  const accuracyAfter = (epoch: number) => {
    const result = run.epochs.find((one) => one.epoch === epoch);
    return result ? ` (${formatNumber(Math.round(1000 * result.testAccuracy) / 10)} %)` : "";
  };
  const select = html`<select id="epoca-guardada">
    ${epochs.map((epoch) => html`<option value=${epoch}>${epoch}${accuracyAfter(epoch)}</option>`)}
  </select>` as HTMLSelectElement;
  const form = html`<form class="run-card-form">
    <label for="epoca-guardada">Época</label> ${select}
    <button type="submit">Volver a esta época</button>
    <span class="run-card-help"
      >Empieza una corrida nueva con los pesos y el impulso del optimizador de entonces
      (${formatInteger(batchesPerEpoch(hyperparameters))} lotes por época); esta se queda como
      está.</span
    >
  </form>`;
  form.onsubmit = (event) => {
    event.preventDefault();
    void branch(Number(select.value));
  };
  return form;
}
