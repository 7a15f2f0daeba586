// What the reader should know about their runs: what they deleted, with the way back; what had to go to
// make room; and why nothing can be saved, where that is so.
import { html } from "htl";
import { tellingButton } from "../parts/buttons/tellingButton.js";
import { describeEvictions } from "../../lib/store/describeEvictions.js";
import type { EvictedRun } from "../../lib/store/storedSettings.js";
import { runName } from "../../lib/run/runName.js";
import type { RunRecord } from "../../lib/run/runRecord.js";

export interface RunNews {
  deleted: readonly RunRecord[];
  evicted: readonly EvictedRun[];
  /** Why the runs cannot be read. */
  problem?: string | undefined;
}

export type RunNotices = HTMLElement & {
  update(news: RunNews): void;
  /** Puts the keyboard, and what is seen, on the way back of a run that has just been deleted. */
  focusUndo(id: string): void;
};

export function runNotices(
  news: RunNews,
  { restore, forget }: { restore: (id: string) => Promise<void>; forget: () => Promise<void> },
): RunNotices {
  const element = html`<div class="run-notices" role="status"></div>` as unknown as RunNotices;
  let shown = "";
  const undoButtons = new Map<string, HTMLButtonElement>();
  element.update = ({ deleted, evicted, problem }) => {
    const key = JSON.stringify([deleted.map(({ id }) => id), evicted, problem]);
    if (key === shown) return; // the keyboard may be on one of its buttons
    shown = key;
    undoButtons.clear();
    const gone = describeEvictions(evicted);
    element.replaceChildren(
      ...(problem === undefined ? [] : [html`<p class="callout error">${problem}</p>`]),
      ...deleted.map((run) => {
        const undo = tellingButton("Deshacer", () => restore(run.id));
        undoButtons.set(run.id, undo);
        return html`<p class="callout">Has borrado «${runName(run)}». ${undo}</p>`;
      }),
      ...(gone === undefined
        ? []
        : [html`<p class="callout">${gone} ${tellingButton("Entendido", forget)}</p>`]),
    );
  };
  element.focusUndo = (id) => {
    undoButtons.get(id)?.focus();
  };
  element.update(news);
  return element;
}
