// Under a run that has finished: whether its result is the one that a link promised, and a link to the
// run with the fingerprint of its weights.
import { html } from "htl";
import { copyLinkButton } from "./copyLinkButton.js";
import type { Run } from "../lib/run.js";
import { defaultConfiguration, OWN_NETWORK } from "../lib/runConfiguration.js";
import { weightsFingerprint } from "../lib/weightsFingerprint.js";

export async function runLink(run: Run): Promise<HTMLElement> {
  const { hyperparameters, network = defaultConfiguration.network } = run;
  const fingerprint = await weightsFingerprint(run.checkpoint.weights);
  const repeatable = whyNotRepeatable(run) === undefined;
  const button = copyLinkButton("Copiar enlace a esta corrida", () => ({
    ...{ network, hyperparameters },
    ...(repeatable && { fingerprint }),
  }));
  return html`<div class="run-link">
    ${run.expectedFingerprint === undefined ? null : verdict(run, fingerprint)}
    <p>
      Huella de los pesos: <code>${fingerprint}</code>.
      ${
        repeatable
          ? "Quien abra el enlace a esta corrida y entrene sabrá si su resultado es el mismo."
          : `El enlace no la lleva: ${whyNotRepeatable(run)!}.`
      }
    </p>
    ${button}
  </div>`;
}

function verdict(run: Run, fingerprint: string): HTMLElement {
  if (fingerprint === run.expectedFingerprint) {
    return html`<p class="callout">
      <strong>El resultado coincide</strong> con el del enlace: los mismos pesos, bit a bit.
    </p>`;
  }
  const reason = whyNotRepeatable(run);
  return html`<p class="callout error">
    <strong>El resultado no coincide</strong> con el del enlace, cuya huella es
    <code>${run.expectedFingerprint}</code>${
      reason === undefined ? ". Puede ser de otra versión del cuaderno." : `: ${reason}.`
    }
  </p>`;
}

/** What keeps the run's configuration alone from giving its weights again. */
function whyNotRepeatable({ engine, history, network }: Run): string | undefined {
  if (network === OWN_NETWORK) return "la red es la tuya, y no viaja en un enlace";
  if (engine.includes("tfjs")) return "TensorFlow.js redondea distinto en cada máquina";
  if ((history.rateChanges ?? []).length > 0) return "la tasa cambió a mitad de la corrida";
  return undefined;
}
