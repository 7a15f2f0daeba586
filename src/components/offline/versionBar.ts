// A quiet bar at the window's lower edge that tells of a new version of the site. The page ends above it, so that all of
// its text can be read.
import { html } from "htl";
import { panelButton } from "../parts/buttons/panelButton.js";
import { describeVersion, type VersionState } from "./versionMachine.js";

export interface VersionActions {
  agree: () => void;
  putOff: () => void;
  reload: () => void;
}

export interface VersionBar {
  element: HTMLElement;
  show: (state: VersionState) => void;
}

export function versionBar({ agree, putOff, reload }: VersionActions): VersionBar {
  const text = html`<p role="status"></p>`;
  const controls = html`<div class="version-controls"></div>`;
  const element = html`<section class="version-bar" aria-label="Versión nueva" hidden>
    ${text}${controls}
  </section>`;
  new ResizeObserver(() => {
    const height = element.hidden ? "" : `${element.offsetHeight}px`;
    document.documentElement.style.setProperty("--version-bar-height", height);
  }).observe(element);
  const buttons: Record<VersionState["phase"], () => HTMLElement[]> = {
    quiet: () => [],
    offered: () => [
      panelButton("Actualizar ahora", agree, "primary"),
      panelButton("Luego", putOff),
    ],
    waiting: () => [panelButton("Mejor luego", putOff)],
    takingOver: () => [],
    former: () => [panelButton("Recargar", reload, "primary"), panelButton("Luego", putOff)],
  };
  return {
    element,
    show(state) {
      const hadFocus = element.contains(document.activeElement);
      element.hidden = state.phase === "quiet";
      text.textContent = describeVersion(state); // the element is shown by then: a change of its text is said
      controls.replaceChildren(...buttons[state.phase]());
      if (hadFocus) controls.querySelector("button")?.focus();
    },
  };
}
