// The recipe with PyTorch: the data as raw bytes in a folder of its own, and a process for each run.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lastLines } from "./lastLines.js";
import type { SeedTask } from "./runEngine.js";
import { findPython } from "../findPython.js";
import { readDataset } from "../../data-loaders/readDataset.js";
import type { ImageSet } from "../../src/lib/dataset/dataset.js";
import { defaultHyperparameters } from "../../src/lib/run/hyperparameters.js";
import type { SeedRun } from "../../src/lib/reports/seedReport.js";

const script = join(import.meta.dirname, "..", "pytorchRecipe.py");

export interface PytorchRuns {
  run: (task: SeedTask) => Promise<SeedRun>;
  /** Removes the folder. */
  close: () => void;
}

/** Undefined if it is not wanted or, with a word on stderr, if no python3 has torch. */
export async function pytorchRuns(wanted: boolean): Promise<PytorchRuns | undefined> {
  if (!wanted) return undefined;
  const python = findPython();
  if (python === undefined) {
    console.error("SKIPPED: PyTorch; no python3 has torch (Debian: apt-get install python3-torch)");
    return undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), "seeds-"));
  const { train, test } = await readDataset();
  const data = { train: write(folder, "train", train), test: write(folder, "test", test) };
  return {
    async run({ seed, epochs }) {
      const { batchSize, learningRate, momentum, dropoutRate } = defaultHyperparameters;
      const recipe = { batchSize, learningRate, momentum, dropoutRate };
      const setup = join(folder, `${seed}.json`);
      writeFileSync(setup, JSON.stringify({ ...data, ...recipe, seed, epochs }));
      const [last] = (await lastLines(python, [script, setup], 1)) as [SeedRun];
      const { loss, testLoss, testAccuracy, seconds } = last;
      return { seed, loss, testLoss, testAccuracy, seconds };
    },
    close() {
      rmSync(folder, { recursive: true });
    },
  };
}

/** The paths of the two files. */
function write(folder: string, name: string, set: ImageSet): Record<"images" | "labels", string> {
  const files = { images: join(folder, `${name}.images`), labels: join(folder, `${name}.labels`) };
  writeFileSync(files.images, set.images);
  writeFileSync(files.labels, set.labels);
  return files;
}
