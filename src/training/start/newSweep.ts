// A sweep that has not begun: its plan, and the ids that its runs will have.
import { newRunId } from "../loop/newRunId.js";
import { expandSweep, type Sweep, type SweepPlan } from "../../lib/sweep/sweep.js";

export function newSweep(plan: SweepPlan): Sweep {
  const now = Date.now();
  return {
    ...plan,
    id: newRunId(now),
    createdAt: now,
    status: "running",
    runIds: expandSweep(plan).map(() => newRunId(now)),
  };
}
