// What a link has set on the page, and what was refused of it; and the way back to the link's values once
// the reader has changed some. The link's text is shown as text.
import { html } from "htl";
import type { ConfigurationForm } from "./configurationForm.js";
import {
  isSameConfiguration,
  type ParsedPermalink,
  type Permalink,
  PERMALINK_VERSION,
} from "../../lib/run/permalink.js";
import {
  defaultConfiguration,
  OWN_NETWORK,
  type RunConfiguration,
} from "../../lib/run/runConfiguration.js";

const MOST_SHOWN = 8;

/**
 * Empty if the page was not opened from a link.
 * @param options.hasOwn whether the reader has a network
 * @param options.form that the link sets: the note follows what it holds
 */
export function linkNote(
  { permalink, isEmpty, refused }: ParsedPermalink,
  { hasOwn, form }: { hasOwn: boolean; form: ConfigurationForm },
): HTMLElement {
  if (isEmpty) return html`<div hidden></div>`;
  const isForeign = permalink.network === OWN_NETWORK && !hasOwn;
  const { network } = isForeign ? defaultConfiguration : permalink;
  const ofLink: RunConfiguration = { network, hyperparameters: permalink.hyperparameters };
  const values = html`<span></span>`;
  const back = html`<button type="button">Volver a los valores del enlace</button>`;
  back.onclick = () => {
    form.value = ofLink;
    form.querySelector("select")!.focus(); // the button goes away
    form.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const update = () => {
    const isChanged = !isSameConfiguration(form.value, ofLink);
    const text = isChanged
      ? "Has abierto un enlace y has cambiado algún valor: los de abajo son los tuyos."
      : `Has abierto un enlace: los valores de abajo son los suyos.${isForeign ? "" : promise(permalink)}`;
    if (values.textContent !== text) values.textContent = text; // a screen reader says it once
    back.hidden = !isChanged;
  };
  form.addEventListener("input", update);
  update();
  return html`<div class="callout link-note" role="status">
    <p>${values} Nada se entrena hasta que pulses <strong>Entrenar</strong>. ${back}</p>
    ${refusedList(isForeign ? [...refused, FOREIGN] : refused)}
  </div>`;
}

const FOREIGN =
  "«red»: pide la red de quien hizo el enlace, que no viaja en él; se usa la del original.";

/** What the link's values give, if they stay as they are. */
function promise({ version, fingerprint }: Permalink): string {
  const result = fingerprint
    ? " Trae la huella de un resultado: al acabar sabrás si el tuyo es el mismo, bit a bit."
    : "";
  const isOfThisVersion = version === PERMALINK_VERSION;
  return isOfThisVersion
    ? result
    : `${result} Es de la versión ${version} del cuaderno y esta es la ${PERMALINK_VERSION}: el resultado puede ser otro.`;
}

function refusedList(refused: readonly string[]): Node | null {
  if (refused.length === 0) return null;
  const shown = refused.slice(0, MOST_SHOWN);
  const more = refused.length - shown.length;
  if (more > 0) shown.push(`Y ${more} más.`);
  return html.fragment`<p>De él no se ha usado:</p>
    <ul>
      ${shown.map((problem) => html`<li>${problem}</li>`)}
    </ul>`;
}
