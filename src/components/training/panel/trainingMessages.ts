// The messages of the training panel: notices, problems, why it has failed, and the way out for a run that
// could not be saved.
import { html } from "htl";
import { downloadButton } from "../../parts/downloadButton.js";
import { type MessageList, messageList, renderMessage } from "../../parts/panelMessages.js";
import type { TrainingMessage } from "./trainingState.js";
import type { Run } from "../../../lib/run/run.js";
import { runName } from "../../../lib/run/runName.js";

export interface TrainingMessageActions {
  /** After a failure. */
  retry: () => void;
  /** The run as a file. */
  exported: (run: Run) => Promise<BlobPart>;
}

export function trainingMessages({
  retry,
  exported,
}: TrainingMessageActions): MessageList<TrainingMessage> {
  const render = (message: TrainingMessage) => {
    if (message.kind === "failure") return failure(message, retry);
    return message.kind === "rescue" ? rescue(message.run, exported) : renderMessage(message);
  };
  return messageList({ key: keyOf, render });
}

function keyOf(message: TrainingMessage): string {
  const text = message.kind === "rescue" ? message.run.id : message.text;
  return `${message.kind} ${text}`;
}

function failure(message: { text: string; retry: boolean }, again: () => void): HTMLElement {
  return html`<div class="callout error">
    <p>${message.text}</p>
    ${message.retry ? html`<button type="button" onclick=${again}>Reintentar</button>` : ""}
  </div>`;
}

/** The way out for a run that has ended and that the browser could not save. */
function rescue(run: Run, exported: TrainingMessageActions["exported"]): HTMLElement {
  const download = downloadButton("Descargar este entrenamiento", {
    name: `${runName(run).replaceAll(" ", "-")}.entrenamientos.gz`,
    type: "application/gzip",
    content: () => exported(run),
  });
  return html`<div class="callout">
    <p>
      El navegador no ha podido guardar entero el entrenamiento «${runName(run)}». Descárgalo antes
      de cerrar la página:
      <a href="./experimentos.html">Experimentos</a> lo puede importar, en este navegador o en otro.
    </p>
    ${download}
  </div>`;
}
