// Points that go from where they are to where they shall be, before the reader's eyes.
import { between, type PaperPoints } from "./mapLayout.js";

const MOVE_MS = 350;

export interface PointMover {
  /** Where they are now. */
  points: () => PaperPoints;
  moveTo: (goal: PaperPoints, options: { moving: boolean }) => void;
}

/** They are there at once where less motion is preferred. */
export function pointMover(onMove: () => void): PointMover {
  let points: PaperPoints = { u: new Float32Array(), v: new Float32Array() };
  let latest = points;
  return {
    points: () => points,
    moveTo(goal, { moving }) {
      latest = goal;
      const from = points;
      const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
      const startedAt = performance.now();
      function step(): void {
        if (latest !== goal) return; // another goal has been set meanwhile
        const part = Math.min(1, (performance.now() - startedAt) / MOVE_MS);
        points = part < 1 ? between(from, goal, part) : goal;
        onMove();
        if (part < 1) requestAnimationFrame(step);
      }
      if (moving && !isStill && from.u.length === goal.u.length) step();
      else {
        points = goal;
        onMove();
      }
    },
  };
}
