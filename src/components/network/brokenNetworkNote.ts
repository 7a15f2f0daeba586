// Where the reader's network is used: says that its cells fail, and which network takes its place.
import { html } from "htl";
import { networkOrigin, onNetworkOriginChange } from "../../lib/browser/networkOrigin.js";
import { readerNetwork } from "../../lib/browser/readerNetwork.js";

/**
 * Hidden while the network's page does not fail; follows it also in another tab.
 * @param invalidation of the cell that holds it: nothing is followed from then on
 */
export function brokenNetworkNote(invalidation?: Promise<unknown>): HTMLElement {
  const instead = html`<span></span>`;
  const note = html`<p class="callout error" role="status" hidden>
    La red que has escrito en <a href="./definir-la-red.html">Definir la red</a> falla tal como está
    ahora. ${instead}
  </p>`;
  const update = () => {
    note.hidden = networkOrigin()?.isBroken !== true;
    instead.textContent =
      readerNetwork() === undefined
        ? "Mientras tanto, la red es la del original."
        : "Mientras tanto, «la tuya» es la última que funcionó.";
  };
  void invalidation?.then(onNetworkOriginChange(update));
  update();
  return note;
}
