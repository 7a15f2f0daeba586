// The page's side of measuring the engine here.
import type { Measurement } from "./measureTrainers.js";
import { type JobOptions, runJob } from "../worker/runJob.js";
import type { DatasetFiles } from "../../lib/dataset/packedFiles.js";

/** What a step and an evaluation take on this machine, with one thread and with all it has. */
export function measureEngine(files: DatasetFiles, options: JobOptions): Promise<Measurement[]> {
  const start = () => new Worker(import.meta.resolve("./measureWorker.js"), { type: "module" });
  return runJob<Measurement[]>(start, files, options);
}
