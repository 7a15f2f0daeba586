// Under a run that has finished: whether its result is the one that a link promised, and a link to the
// run with the fingerprint of its weights.
import { html } from "htl";
import { copyLinkButton } from "../recipe/copyLinkButton.js";
import type { Run } from "../../lib/run/run.js";
import { defaultConfiguration } from "../../lib/run/runConfiguration.js";
import { weightsFingerprint } from "../../lib/run/weightsFingerprint.js";
import { whyNotRepeatable } from "../../lib/run/compared/whyNotRepeatable.js";

export async function runLink(run: Run): Promise<HTMLElement> {
  const { hyperparameters, network = defaultConfiguration.network } = run;
  const fingerprint = await weightsFingerprint(run.checkpoint.weights);
  const whyNot = whyNotRepeatable(run);
  const repeatable = whyNot === undefined;
  const button = copyLinkButton("Copiar enlace a este entrenamiento", () => ({
    network,
    hyperparameters,
    ...(repeatable && { fingerprint }),
  }));
  return html`<div class="run-link">
    ${run.expectedFingerprint === undefined ? null : verdict(run, fingerprint)}
    <p>
      Huella de los pesos: <code>${fingerprint}</code>.
      ${
        repeatable
          ? "Quien abra el enlace a este entrenamiento y entrene sabrá si su resultado es el mismo."
          : `El enlace no la lleva: ${whyNot}.`
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
