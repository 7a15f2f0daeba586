// What the next run is made from: the choice of the network above the form of the hyperparameters.
import { html } from "htl";
import { hyperparameterForm } from "./hyperparameterForm.js";
import { networkChoice } from "../network/networkChoice.js";
import { OWN_NETWORK, type RunConfiguration } from "../../lib/run/runConfiguration.js";

export type ConfigurationForm = HTMLElement & {
  value: RunConfiguration;
  /** The reader's network has come or gone. */
  offerOwn: (hasOwn: boolean) => void;
};

/**
 * Dispatches `input` when something changes; its value can be set.
 * @param hasOwn whether the reader has a network of their own, which is then the one chosen
 */
export function configurationForm({ hasOwn }: { hasOwn: boolean }): ConfigurationForm {
  const network = networkChoice({ hasOwn });
  const form = hyperparameterForm();
  const update = () => {
    form.lockDropout(
      network.value === OWN_NETWORK
        ? "Tu red lleva sus propias capas de dropout: mandan ellas."
        : undefined,
    );
  };
  network.addEventListener("input", update);
  update();
  const element = html`<div class="configuration is-terse">${network}${form}${explained()}</div>`;
  const { offerOwn } = network;
  return Object.defineProperty(Object.assign(element, { offerOwn }), "value", {
    get: (): RunConfiguration => ({ network: network.value, hyperparameters: form.value }),
    set: (value: RunConfiguration) => {
      network.value = value.network;
      update();
      form.set(value.hyperparameters);
    },
  }) as ConfigurationForm;
}

/** Whether a sentence stands under each setting, and on a phone the less usual ones are there. */
function explained(): HTMLElement {
  const box = html`<input type="checkbox" />` as HTMLInputElement;
  box.onchange = () => {
    box.closest(".configuration")!.classList.toggle("is-terse", !box.checked);
  };
  return html`<label class="configuration-explained"
    >${box}
    <span class="where-wide">Explicar cada ajuste</span>
    <span class="where-narrow">Todos los ajustes, explicados</span></label
  >`;
}
