// Says whose run a page shows: the reader's own or the precomputed one, and how it was made.
import { html } from "htl";
import type { CurrentRun } from "../../lib/store/currentRun.js";
import { formatDuration } from "../../lib/text/format.js";
import { formatEngines } from "../../lib/run/engineUse.js";
import type { Run } from "../../lib/run/run.js";
import { runName } from "../../lib/run/runName.js";
import { runSeconds } from "../../lib/run/runSeconds.js";
import { runRecipe } from "../../lib/run/runRecipe.js";

export function runNote({ run, source, isChosen, problem }: CurrentRun): HTMLElement {
  const own = source === "reader";
  return html`<div class="callout run-note">
    <p>
      <strong>${own ? `Tu entrenamiento «${runName(run)}»` : "Resultado precalculado"}</strong>:
      ${runRecipe(run)}. ${own ? made(run) : provenance(run)}
    </p>
    <p>
      ${
        own
          ? isChosen
            ? html`Lo elegiste en <a href="./experimentos.html">Experimentos</a>; allí puedes
                cambiarlo.`
            : html`<a href="./entrenar.html">Entrena otra vez</a> y lo verás aquí, o elige entre los
                tuyos en <a href="./experimentos.html">Experimentos</a>.`
          : problem !== undefined
            ? `Los tuyos no se han podido leer. ${problem}`
            : html`<a href="./entrenar.html">Entrena</a> y esta página mostrará el tuyo en su lugar.`
      }
    </p>
  </div>`;
}

function made({ updatedAt, engine }: Run): string {
  const date = new Date(updatedAt).toLocaleString("es", { dateStyle: "long", timeStyle: "short" });
  return `Guardado el ${date}, con ${formatEngines(engine)}.`;
}

function provenance({ history, engine }: Run): string {
  return `Hecho con este mismo código en ${formatDuration(runSeconds(history.epochs))}, sin tarjeta gráfica, con ${formatEngines(engine)}.`;
}
