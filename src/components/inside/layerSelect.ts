// Chooses one of the layers. An input for `view()`: its value is the layer's geometry.
import { html } from "htl";
import type { LayerGeometry } from "../../lib/network/instruments/layerGeometry.js";

export interface LayerSelectOptions {
  label: string;
  /** The name of a layer; if it is none of these: the first. */
  initial?: string | undefined;
  /** Called with the name of each layer that the reader chooses. */
  onChoose?: (name: string) => void;
  /** Said in its place where there is no layer; what needs one then waits. */
  none?: string;
}

export function layerSelect(
  layers: readonly LayerGeometry[],
  { label, initial, onChoose, none = "Esta red no tiene ninguna capa así." }: LayerSelectOptions,
): HTMLElement & { value: LayerGeometry | undefined } {
  if (layers.length === 0)
    return Object.assign(html`<p class="empty">${none}</p>`, { value: undefined });
  const select = html`<select>
    ${layers.map(({ name }) => html`<option value=${name}>${name}</option>`)}
  </select>` as HTMLSelectElement;
  if (layers.some(({ name }) => name === initial)) select.value = initial!;
  select.onchange = () => {
    onChoose?.(select.value);
  };
  const element = html`<div class="figure-controls"><label>${label} ${select}</label></div>`;
  return Object.defineProperty(element, "value", {
    get: () => layers[select.selectedIndex],
  }) as HTMLElement & { value: LayerGeometry | undefined };
}
