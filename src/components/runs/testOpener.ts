// Under a run: what there is to say of its test images, and the button that opens them where they are closed.
import { html } from "htl";
import type { Attempt } from "./runCardControls.js";
import { describeTest, mayOpenTest } from "../../lib/run/heldOut/describeTest.js";
import type { RunRecord } from "../../lib/run/runRecord.js";
import { writeText } from "../parts/writeText.js";

export interface TestOpener {
  element: HTMLElement;
  update: (run: RunRecord) => void;
}

/** @param open evaluates the run on the test images and keeps it */
export function testOpener(open: () => Promise<void>, attempt: Attempt): TestOpener {
  const text = html`<p class="run-card-test"></p>`;
  const button = html`<button type="button">Abrir la prueba</button>` as HTMLButtonElement;
  button.onclick = () => {
    button.disabled = true;
    void attempt(open, "Prueba abierta: sus resultados están arriba y en las demás páginas.").then(
      () => {
        button.disabled = false;
      },
    );
  };
  const element = html`<div>${text}${button}</div>`;
  return {
    element,
    update(run) {
      writeText(text, describeTest(run));
      button.hidden = !mayOpenTest(run);
    },
  };
}
