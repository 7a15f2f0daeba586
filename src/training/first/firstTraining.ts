// The page's side of the first page's training.
import type { FirstView } from "./firstSteps.js";
import type { FirstRequest } from "./firstWorker.js";
import { type JobOptions, runJob } from "../worker/runJob.js";

/** Trains from the seed and tells what is seen on the way; rejects with a message in Spanish, or the signal's reason. */
export function firstTraining(
  request: FirstRequest,
  options: JobOptions<FirstView>,
): Promise<undefined> {
  const start = () => new Worker(import.meta.resolve("./firstWorker.js"), { type: "module" });
  return runJob<undefined, FirstView>(start, request, options);
}
