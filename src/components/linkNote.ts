// What a link has set on the page, and what was refused of it. Its text is shown as text.
import { html } from "htl";
import { type ParsedPermalink, PERMALINK_VERSION } from "../lib/permalink.js";
import { OWN_NETWORK } from "../lib/runConfiguration.js";

const MOST_SHOWN = 8;

/** Empty if the page was not opened from a link. @param hasOwn whether the reader has a network */
export function linkNote(
  { permalink, isEmpty, refused }: ParsedPermalink,
  { hasOwn }: { hasOwn: boolean },
): HTMLElement {
  if (isEmpty) return html`<div hidden></div>`;
  const { network, version, fingerprint } = permalink;
  const problems = [...refused];
  if (network === OWN_NETWORK && !hasOwn) {
    problems.push(
      "«red»: pide la red de quien hizo el enlace, que no viaja en él; se usa la del original.",
    );
  }
  const shown = problems.slice(0, MOST_SHOWN);
  const more = problems.length - shown.length;
  if (more > 0) shown.push(`Y ${more} más.`);
  const foreign =
    version === PERMALINK_VERSION
      ? ""
      : ` Es de la versión ${version} del cuaderno y esta es la ${PERMALINK_VERSION}: el resultado puede ser otro.`;
  const promise = fingerprint
    ? " Trae la huella de un resultado: al acabar sabrás si el tuyo es el mismo, bit a bit."
    : "";
  return html`<div class="callout link-note" role="status">
    <p>
      Has abierto un enlace: los valores de abajo son los suyos.${promise}${foreign} Nada se entrena
      hasta que pulses <strong>Entrenar</strong>.
    </p>
    ${
      shown.length === 0
        ? null
        : html`<p>De él no se ha usado:</p>
            <ul>
              ${shown.map((problem) => html`<li>${problem}</li>`)}
            </ul>`
    }
  </div>`;
}
