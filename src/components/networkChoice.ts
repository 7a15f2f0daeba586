// Which network is trained: one of the offered ones, or the reader's, if there is one.
import { html } from "htl";
import { offeredNetworks } from "../lib/offeredNetworks.js";
import { OWN_NETWORK } from "../lib/runConfiguration.js";

export type NetworkChoice = HTMLElement & {
  /** The id of the network. */
  value: string;
};

const ownNetwork = {
  id: OWN_NETWORK,
  name: "La tuya",
  help: "La que has escrito en la página de la red, con sus propias capas de dropout.",
};

/** As the reader sees it: «Con 16 filtros». */
export function networkName(id: string): string {
  return [...offeredNetworks, ownNetwork].find((network) => network.id === id)?.name ?? id;
}

/** Dispatches `input` when another is chosen. @param options.hasOwn whether the reader has a network */
export function networkChoice({ hasOwn }: { hasOwn: boolean }): NetworkChoice {
  const networks = hasOwn ? [...offeredNetworks, ownNetwork] : offeredNetworks;
  const select = html`<select id="red" aria-describedby="red-ayuda">
    ${networks.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
  </select>` as HTMLSelectElement;
  const help = html`<span class="hyperparameter-help" id="red-ayuda"></span>`;
  const changed = html`<span class="hyperparameter-changed">cambiada</span>`;
  const back = html`<button type="button" class="hyperparameter-back">
    Volver a la red del original
  </button>`;
  const update = () => {
    const isOriginal = select.value === networks[0]!.id;
    help.textContent = networks.find(({ id }) => id === select.value)!.help;
    changed.hidden = isOriginal;
    back.hidden = isOriginal;
  };
  const choose = (id: string) => {
    select.value = networks.some((network) => network.id === id) ? id : networks[0]!.id;
    update();
  };
  back.onclick = () => {
    choose(networks[0]!.id);
    select.focus();
    select.dispatchEvent(new Event("input", { bubbles: true }));
  };
  select.addEventListener("input", update);
  choose(hasOwn ? OWN_NETWORK : networks[0]!.id);
  const element = html`<div class="hyperparameter network-choice">
    <div class="hyperparameter-name"><label for="red">Red</label> ${changed}</div>
    ${select}${help}${back}
  </div>`;
  return Object.defineProperty(element, "value", {
    get: () => select.value,
    set: choose,
  }) as NetworkChoice;
}
