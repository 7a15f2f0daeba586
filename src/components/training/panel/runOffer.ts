// The place in the training panel where a run that was left in the middle is offered, as it stands now.
import { html } from "htl";
import { type UnfinishedRun, unfinishedRun } from "./unfinishedRun.js";
import type { Run } from "../../../lib/run/run.js";
import { canGoOn } from "../../../lib/store/runToOffer.js";
import type { ResumeOptions } from "../../../training/loop/control.js";

export interface RunOffer {
  element: HTMLElement;
  /** Gives whether there is something left to train of it. */
  make: (run: Run) => boolean;
  withdraw: () => void;
  /** The run may have gone on, or come to its end, in another tab. */
  update: () => Promise<void>;
}

/**
 * @param options.read the run to offer, as it is saved
 * @param options.goOn with the run; its rate may be unsound: see hyperparameterProblems
 */
export function runOffer({
  read,
  goOn,
}: {
  read: () => Promise<Run | undefined>;
  goOn: (run: Run, options: ResumeOptions) => void;
}): RunOffer {
  const element = html`<div></div>`;
  let offered: { id: string; form: UnfinishedRun } | undefined;

  function make(run: Run): boolean {
    if (!canGoOn(run)) return false;
    const form = unfinishedRun(run, (options) => {
      goOn(run, options);
    });
    offered = { id: run.id, form };
    element.replaceChildren(form);
    return true;
  }

  function withdraw(): void {
    offered = undefined;
    element.replaceChildren();
  }

  async function update(): Promise<void> {
    const run = offered && (await read().catch(() => undefined));
    if (!run || run.id !== offered?.id) return;
    if (canGoOn(run)) offered.form.update(run);
    else withdraw();
  }

  return { element, make, withdraw, update };
}
