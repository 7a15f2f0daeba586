// The page's side of comparing the engine with tfjs, step by step.
import type { Comparison } from "./compareTrainers.js";
import { type JobOptions, runJob } from "../worker/runJob.js";
import type { DatasetFiles } from "../../lib/dataset/packedFiles.js";

/** Fifty steps in both, from the same weights. */
export function compareEngines(files: DatasetFiles, options: JobOptions): Promise<Comparison> {
  const start = () => new Worker(import.meta.resolve("./compareWorker.js"), { type: "module" });
  return runJob<Comparison>(start, files, options);
}
