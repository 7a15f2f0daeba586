// The page's side of measuring here how much of each change a network bears.
import type { LimitsRequest } from "./limitsWorker.js";
import type { NetworkState } from "../networkState.js";
import { type JobOptions, runJob } from "../../worker/runJob.js";
import type { ImageSet } from "../../../lib/dataset/dataset.js";
import type { LimitCurve } from "../../../lib/reports/limitsReport.js";

/** A curve a change; rejects, in Spanish, or with the signal's reason. */
export function measureLimits(
  network: NetworkState,
  images: ImageSet,
  options: JobOptions,
): Promise<LimitCurve[]> {
  const start = () => new Worker(import.meta.resolve("./limitsWorker.js"), { type: "module" });
  const request: LimitsRequest = { network, images };
  return runJob<LimitCurve[]>(start, request, options);
}
