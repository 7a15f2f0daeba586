// Test images with what the network says of them, «predicha (verdadera)» as the original writes it.
// Right and wrong are told by a sign and a word, not by colour alone.
import { html } from "htl";
import { imageGrid } from "../parts/imageGrid.js";
import { formatPercent } from "../../lib/text/format.js";
import { insideLink } from "../../lib/browser/insideAddress.js";
import { breakable } from "../parts/breakable.js";

export interface Result {
  /** Its number in the test set, by which it is looked at from inside, as the run left the network; left out: it leads nowhere. */
  index?: number;
  /** [784], 0–255. */
  image: Uint8Array;
  predicted: string;
  label: string;
  /** The probability given to the predicted class, 0–1. */
  confidence: number;
}

export function resultGrid(results: readonly Result[], { columns = 10 } = {}): HTMLElement {
  if (results.length === 0) return html`<p class="empty">No hay ninguna imagen así.</p>`;
  const grid = imageGrid(
    results.map(({ image }) => image),
    {
      columns,
      captions: results.map(caption),
      links: results.map(({ index }) =>
        index === undefined ? undefined : insideLink({ image: index }),
      ),
      labels: results.map(
        ({ predicted, label, confidence }) =>
          `${predicted === label ? "Acierto" : "Error"}: la red dice ${predicted} con ${formatPercent(confidence, 0)}, y es ${label}`,
      ),
    },
  );
  grid.classList.add("result-grid");
  return grid;
}

function caption({ predicted, label, confidence }: Result): HTMLElement {
  const right = predicted === label;
  return html`<span class=${right ? "result-right" : "result-wrong"}>
    ${breakable(predicted)} (${breakable(label)})
    <span class="result-confidence">${right ? "✓" : "✗"} ${formatPercent(confidence, 0)}</span>
  </span>`;
}
