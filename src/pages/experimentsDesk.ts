// What controls the page of experiments: the reader's runs as they are saved, the table, the notices and
// the card over them, and what these ask of the store. The page lays them out between its prose.
import { type DamagedRuns, damagedRuns } from "../components/runs/damagedRuns.js";
import { type RunActions, type RunCard, runCard } from "../components/runs/runCard.js";
import { runImporter } from "../components/runs/runImporter.js";
import { runLink } from "../components/runs/runLink.js";
import { type RunNotices, runNotices } from "../components/runs/runNotices.js";
import { type RunTable, runTable } from "../components/runs/runTable.js";
import { followChanges } from "../lib/browser/followChanges.js";
import { datasetFiles } from "../lib/dataset/datasetFiles.js";
import type { ReferenceRun } from "../lib/files/referenceRun.js";
import { decodeRunFile } from "../lib/files/runFile.js";
import type { Run } from "../lib/run/run.js";
import { type RunRecord, splitRun } from "../lib/run/runRecord.js";
import { referenceRun } from "../lib/store/currentRun.js";
import { importRuns } from "../lib/store/importRuns.js";
import { type Experiments, readExperiments } from "../lib/store/readExperiments.js";
import { openRunStore, type RunStore } from "../lib/store/runStore.js";
import { branchRun } from "../training/start/branchRun.js";
import { openTest } from "../training/start/openTest.js";
import { exportButtons, runsFile, savedRun } from "./exportedRuns.js";

export interface ExperimentsDesk {
  store: RunStore;
  reference: ReferenceRun;
  /** `actual`: what the store held when it was last read. */
  state: { actual: Experiments };
  notices: RunNotices;
  /** What of the runs is damaged, and what can be done with it. */
  damaged: DamagedRuns;
  /** Its value is what the reader has chosen; it dispatches `input`. */
  table: RunTable;
  card: RunCard;
  /** Opens the run in the card, or shows what has changed of it. */
  showCard: (run: RunRecord) => void;
  /** The runs of these ids, with their weights, without those that are gone. */
  runs: (ids: readonly string[]) => Promise<Run[]>;
  /** Buttons that download the runs of these ids, and their history. */
  exporter: (ids: readonly string[]) => Node;
  importer: HTMLElement;
}

/** Reads the store again, and shows what has changed. */
type Refresh = () => Promise<void>;

/** So many runs are compared on arrival, the latest ones. */
const FIRST_COMPARED = 3;

export interface DeskOptions {
  /** The holding cell's: nothing is followed from then on. */
  invalidation: Promise<unknown>;
}

export async function experimentsDesk({ invalidation }: DeskOptions): Promise<ExperimentsDesk> {
  const store = openRunStore();
  await store.purge().catch(() => undefined); // a store that cannot be read is told of below
  const reference = { ...(await referenceRun()), name: "el de referencia" };
  const referenceRecord = splitRun(reference).record;
  const state = { actual: await readExperiments(store, referenceRecord) };
  const refresh = async () => {
    state.actual = await readExperiments(store, referenceRecord);
    notices.update(state.actual);
    damaged.update(state.actual.damaged);
    table.update(state.actual.runs);
  };
  const table = openTable(state, reference.id);
  const damaged = openDamaged(state, store);
  const notices = openNotices({ store, state, refresh, table });
  const own = { store, refresh, notices };
  const card = runCard(({ id }) => (id === reference.id ? undefined : runActions(id, own)));
  void invalidation.then(followChanges((listener) => store.onChange(listener), refresh));
  return {
    store,
    reference,
    state,
    notices,
    damaged,
    table,
    card,
    showCard(run) {
      card.update(run, { isChosen: state.actual.chosenId === run.id });
    },
    runs: (ids) => runsOf(ids, { store, reference }),
    exporter(ids) {
      const marked = state.actual.runs.filter(({ id }) => ids.includes(id));
      return exportButtons(marked, { store, own: marked.filter(({ id }) => id !== reference.id) });
    },
    importer: runImporter(async (bytes) => importRuns(await decodeRunFile(bytes), store)),
  };
}

async function runsOf(
  ids: readonly string[],
  { store, reference }: { store: RunStore; reference: ReferenceRun },
): Promise<Run[]> {
  const all = ids.map(async (id) => (id === reference.id ? reference : store.get(id)));
  return (await Promise.all(all)).filter((run) => run !== undefined);
}

function openTable(state: { actual: Experiments }, referenceId: string): RunTable {
  const { runs } = state.actual;
  const initial = {
    baseId: referenceId,
    comparedIds: runs.slice(0, FIRST_COMPARED).map(({ id }) => id),
    openId: runs[0]!.id,
  };
  return runTable(runs, { initial, chosenId: () => state.actual.chosenId });
}

function openDamaged(state: { actual: Experiments }, store: RunStore): DamagedRuns {
  return damagedRuns(state.actual.damaged, {
    raw: (row) => store.raw(row),
    remove: (row) => store.deleteDamaged(row),
    branch: ({ id }, epoch) => branchAt(epoch, { id, store }),
  });
}

function openNotices({
  store,
  state,
  refresh,
  table,
}: {
  store: RunStore;
  state: { actual: Experiments };
  refresh: Refresh;
  table: RunTable;
}): RunNotices {
  return runNotices(state.actual, {
    restore: async (id) => {
      await store.restore(id);
      await refresh();
      table.focusRun(id);
    },
    forget: async () => {
      await store.forgetEvicted();
      await refresh();
    },
  });
}

/** What the card can do with a run of the reader's. */
function runActions(
  id: string,
  { store, refresh, notices }: { store: RunStore; refresh: Refresh; notices: RunNotices },
): RunActions {
  return {
    rename: (name) => store.rename(id, name),
    pin: (pinned) => store.pin(id, pinned),
    choose: (chosen) => store.choose(chosen ? id : undefined),
    remove: async () => {
      await store.delete(id);
      await refresh();
      notices.focusUndo(id);
    },
    exported: (run) => runsFile([run], store),
    openTest: async () => openTest(id, { store, files: await datasetFiles() }),
    branch: (epoch) => branchAt(epoch, { id, store }),
    link: async () => runLink(await savedRun(id, store)),
  };
}

/** Saves a new run that begins where the epoch of the run ended; resolves to its id. */
async function branchAt(
  epoch: number,
  { id, store }: { id: string; store: RunStore },
): Promise<string> {
  const { run, state } = await store.atEpoch(id, epoch); // its last weights may be damaged
  const branch = branchRun(run, state);
  await store.save(branch, { epochs: [state] });
  return branch.id;
}
