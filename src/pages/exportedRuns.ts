// The reader's runs on their way out of the page of experiments: as a file to import again, and as a table.
import { downloadButton } from "../components/parts/downloadButton.js";
import { runCsv } from "../lib/files/runCsv.js";
import { encodeRunFile } from "../lib/files/runFile.js";
import type { Run } from "../lib/run/run.js";
import type { RunRecord } from "../lib/run/runRecord.js";
import type { RunStore } from "../lib/store/runStore.js";
import { html } from "htl";
import { ReaderError } from "../lib/errors/readerError.js";

/**
 * Buttons that download the runs, and their history.
 * @param options.own those of the runs that are not the reference, which every browser has
 */
export function exportButtons(
  runs: readonly RunRecord[],
  { store, own }: { store: RunStore; own: readonly RunRecord[] },
): Node {
  const name = "experimentos.entrenamientos.gz";
  const content = () => runsFile(own, store);
  const file =
    own.length > 0
      ? downloadButton("Exportar los marcados", { name, type: "application/gzip", content })
      : html`<p class="empty">Para exportar, marca en la tabla algún entrenamiento tuyo.</p>`;
  const history = downloadButton("Historia de los marcados (CSV)", {
    name: "experimentos.csv",
    type: "text/csv",
    content: () => runCsv(runs),
  });
  return html.fragment`${file}${history}`;
}

export async function runsFile(runs: readonly RunRecord[], store: RunStore): Promise<BlobPart> {
  const exported = runs.map(async ({ id, pinned = false }) => {
    const [run, epochs] = await Promise.all([savedRun(id, store), store.epochs(id)]);
    return { run, epochs, pinned };
  });
  return encodeRunFile(await Promise.all(exported));
}

/** Rejects, in Spanish, if the run is gone: another tab may have let it go. */
export async function savedRun(id: string, store: RunStore): Promise<Run> {
  const run = await store.get(id);
  if (run) return run;
  throw new ReaderError("Ese entrenamiento ya no está en este navegador.");
}
