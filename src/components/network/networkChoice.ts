// Which network is trained: one of the offered ones, or the reader's, as long as there is one.
import { html } from "htl";
import { offeredNetworks } from "../../lib/network/offeredNetworks.js";
import { networkName, OWN_NETWORK } from "../../lib/run/runConfiguration.js";

export type NetworkChoice = HTMLElement & {
  /** The id of the network. */
  value: string;
  /** The reader's network has come or gone; one that is gone and was chosen leaves the original's. */
  offerOwn: (hasOwn: boolean) => void;
};

const original = offeredNetworks[0]!;
const ownNetwork = {
  id: OWN_NETWORK,
  name: networkName(OWN_NETWORK),
  help: "La que has escrito en la página de la red, con sus propias capas de dropout.",
};
const allNetworks = [...offeredNetworks, ownNetwork];

/** Dispatches `input` when another is chosen. @param options.hasOwn whether the reader has a network */
export function networkChoice({ hasOwn }: { hasOwn: boolean }): NetworkChoice {
  const { element, select, back, gone, showChosen } = choiceView();
  const own = option(ownNetwork);
  const choose = (id: string) => {
    const isOffered = [...select.options].some(({ value }) => value === id);
    select.value = isOffered ? id : original.id;
    showChosen();
  };
  const change = (id: string) => {
    choose(id);
    select.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const offerOwn = (isThere: boolean) => {
    const wasChosen = select.value === OWN_NETWORK;
    if (isThere) select.append(own);
    else own.remove();
    if (isThere) gone.textContent = "";
    else if (wasChosen) {
      change(original.id);
      gone.textContent = "Tu red ya no está en este navegador: queda elegida la del original.";
    }
  };
  back.onclick = () => {
    select.focus();
    change(original.id);
  };
  select.addEventListener("input", showChosen);
  if (hasOwn) select.append(own);
  choose(hasOwn ? OWN_NETWORK : original.id);
  return Object.defineProperty(Object.assign(element, { offerOwn }), "value", {
    get: () => select.value,
    set: choose,
  }) as NetworkChoice;
}

/** The list of the offered networks, its help, whether another than the original's is chosen, the way back. */
function choiceView() {
  const select = html`<select id="red" aria-describedby="red-ayuda">
    ${offeredNetworks.map(option)}
  </select>` as HTMLSelectElement;
  const help = html`<span class="hyperparameter-help" id="red-ayuda"></span>`;
  const gone = html`<span class="hyperparameter-help" role="status"></span>`;
  const changed = html`<span class="hyperparameter-changed">cambiada</span>`;
  const back = html`<button type="button" class="hyperparameter-back">
    Volver a la red del original
  </button>`;
  const element = html`<div class="hyperparameter network-choice">
    <div class="hyperparameter-name"><label for="red">Red</label> ${changed}</div>
    ${select}${help}${gone}${back}
  </div>`;
  const showChosen = () => {
    const isOriginal = select.value === original.id;
    help.textContent = allNetworks.find(({ id }) => id === select.value)!.help;
    changed.hidden = isOriginal;
    back.hidden = isOriginal;
    gone.textContent = "";
  };
  return { element, select, back, gone, showChosen };
}

function option({ id, name }: { id: string; name: string }): HTMLElement {
  return html`<option value=${id}>${name}</option>`;
}
