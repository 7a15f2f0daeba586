// A button that copies a link to this page at a configuration; where the browser refuses, a field to copy
// it from by hand.
import { html } from "htl";
import { hyperparameterProblems } from "../../lib/run/hyperparameters.js";
import { type Permalink, permalinkQuery } from "../../lib/run/permalink.js";
import { OWN_NETWORK } from "../../lib/run/runConfiguration.js";

/** @param permalink asked for when the button is pressed; sound or not */
export function copyLinkButton(label: string, permalink: () => Partial<Permalink>): HTMLElement {
  const button = html`<button type="button">${label}</button>`;
  const status = html`<span role="status"></span>`;
  const byHand = html`<input
    type="text"
    readonly
    aria-label="Enlace"
    hidden
  />` as HTMLInputElement;
  button.onclick = async () => {
    const asked = permalink();
    const [problem] = asked.hyperparameters ? hyperparameterProblems(asked.hyperparameters) : [];
    byHand.hidden = true;
    if (problem) {
      status.textContent = `Sin copiar. ${problem.message}`;
      return;
    }
    const link = linkTo(asked);
    const own =
      asked.network === OWN_NETWORK ? " Tu red no viaja en él: quien lo abra usará la suya." : "";
    try {
      await navigator.clipboard.writeText(link);
      status.textContent = `Enlace copiado.${own}`;
    } catch {
      byHand.value = link;
      byHand.hidden = false;
      byHand.select();
      byHand.focus();
      status.textContent = `El navegador no deja copiar: cópialo tú de aquí.${own}`;
    }
  };
  return html`<div class="copy-link">${button}${status}${byHand}</div>`;
}

function linkTo(permalink: Partial<Permalink>): string {
  const query = permalinkQuery(permalink);
  return location.origin + location.pathname + (query === "" ? "" : `?${query}`);
}
