// What controls the page of sweeps: the plan's form, the panel that conducts it, the choice among the
// sweeps that are saved, and what one of them has given.
import { brokenNetworkNote } from "../components/network/brokenNetworkNote.js";
import { type SweepForm, sweepForm } from "../components/sweep/sweepForm.js";
import { type SweepPanel, sweepPanel } from "../components/sweep/sweepPanel.js";
import { type SweepSelect, sweepSelect } from "../components/sweep/sweepSelect.js";
import { followChanges } from "../lib/browser/followChanges.js";
import { onReaderNetworkChange, readerNetwork } from "../lib/browser/readerNetwork.js";
import { loadTestLabels } from "../lib/dataset/dataset.js";
import type { DatasetFiles } from "../lib/dataset/packedFiles.js";
import { datasetFiles } from "../lib/dataset/datasetFiles.js";
import { benchReport } from "../lib/reports/measuredReports.js";
import { readSweeps, type Sweeps } from "../lib/store/readSweeps.js";
import { openRunStore, type RunStore } from "../lib/store/runStore.js";
import type { Sweep } from "../lib/sweep/sweep.js";
import { bestTwo, describeBestTwo } from "../lib/sweep/sweepPairs.js";
import { rankedCells, type SweepCell, sweepCells, sweepTally } from "../lib/sweep/sweepResults.js";
import { sweepSeconds } from "../lib/sweep/sweepSeconds.js";
import { conductSweep, dismissSweep } from "../training/start/conductSweep.js";
import { newSweep } from "../training/start/newSweep.js";
import { startTraining } from "../training/start/startTraining.js";
import { html } from "htl";

export interface SweepDesk {
  /** The plan's form, under a note where the reader's network fails. */
  plan: DocumentFragment;
  /** The panel, and why the sweeps cannot be read where that is so. */
  panel: DocumentFragment;
  /** Its value is the id of the sweep that is looked at; it dispatches `input`. */
  select: SweepSelect;
  /** A sweep as it is saved now, with its results so far; undefined without one of that id. */
  results: (id: string) => { sweep: Sweep; cells: SweepCell[] } | undefined;
  /** The best combination against the next one, seed by seed, as a paragraph; empty without two. */
  verdict: (id: string) => Promise<HTMLElement>;
}

/** @param options.invalidation of the cell that holds it: a sweep under way waits for another visit then */
export async function sweepDesk({
  invalidation,
}: {
  invalidation: Promise<unknown>;
}): Promise<SweepDesk> {
  const store = openRunStore();
  const reading = [datasetFiles(), benchReport(), readSweeps(store)] as const;
  const [files, bench, first] = await Promise.all(reading);
  const state = { actual: first };
  const form = openForm(state, bench);
  const panel = openPanel({ store, files, form, state, invalidation });
  const select = sweepSelect(first.sweeps);
  const refresh = async () => {
    state.actual = await readSweeps(store);
    select.update(state.actual.sweeps);
    await panel.update();
  };
  const ends = [
    followChanges((listener) => store.onChange(listener), refresh),
    onReaderNetworkChange(() => {
      form.updateOwn();
    }),
  ];
  void invalidation.then(() => {
    for (const end of ends) end();
  });
  return {
    plan: html.fragment`${brokenNetworkNote(invalidation)}${form}`,
    panel: html.fragment`${panel}${problemNote(first)}`,
    select,
    results: (id) => resultsOf(id, state.actual),
    async verdict(id) {
      const text = await verdictOf(resultsOf(id, state.actual), { store, files });
      return text === undefined ? html`<span hidden></span>` : html`<p class="callout">${text}</p>`;
    },
  };
}

function resultsOf(id: string, { sweeps, runs }: Sweeps): ReturnType<SweepDesk["results"]> {
  const sweep = sweeps.find((one) => one.id === id);
  return sweep && { sweep, cells: sweepCells(sweep, runs) };
}

async function verdictOf(
  results: ReturnType<SweepDesk["results"]>,
  { store, files }: { store: RunStore; files: DatasetFiles },
): Promise<string | undefined> {
  const two = results && bestTwo(results.sweep, results.cells);
  if (!two) return undefined;
  const read = async ({ name, ids }: (typeof two)[number]) => {
    const runs = await Promise.all(ids.map((id) => store.get(id)));
    return { name, runs: runs.filter((run) => run !== undefined) };
  };
  const labels = await loadTestLabels(files);
  const count = rankedCells(results.cells).length;
  return describeBestTwo(results.sweep, await Promise.all(two.map(read)), { labels, count });
}

function problemNote({ problem }: Sweeps): Node | null {
  return problem === undefined ? null : html`<p class="callout error">${problem}</p>`;
}

function openForm(
  state: { actual: Sweeps },
  bench: Awaited<ReturnType<typeof benchReport>>,
): SweepForm {
  return sweepForm({
    estimate: (plan) => sweepSeconds(plan, { runs: state.actual.runs, bench }),
    ownTopology: readerNetwork,
    runs: state.actual.runs,
  });
}

function openPanel({
  store,
  files,
  form,
  state,
  invalidation,
}: {
  store: RunStore;
  files: DatasetFiles;
  form: SweepForm;
  state: { actual: Sweeps };
  invalidation: Promise<unknown>;
}): SweepPanel {
  return sweepPanel({
    create: () => (form.problems.length > 0 ? undefined : newSweep(form.value)),
    conduct: (sweep, listener) => {
      const session = conductSweep(sweep, {
        store,
        listener,
        begin: (start, each) => startTraining(start, { files, listener: each }),
      });
      void invalidation.then(() => {
        session.terminate();
      });
      return session;
    },
    unfinished: () => state.actual.unfinished,
    dismiss: (sweep) => dismissSweep(sweep, store),
    tally: (sweep) => sweepTally(sweep, state.actual),
    record: (id) => store.record(id),
    restore: (id) => store.restore(id),
  });
}
