import { expect, test } from "vitest";
import { whyNotShown } from "../../../src/components/runs/runCardControls.js";

test("a run without results is said to have none yet, and one that has diverged to have none", () => {
  expect(whyNotShown({ hasEvaluation: true, status: "diverged" })).toBeUndefined();
  expect(whyNotShown({ hasEvaluation: false, status: "paused" })).toMatch(/^Todavía no hay/);
  expect(whyNotShown({ hasEvaluation: false, status: "diverged" })).toMatch(/divergió antes de/);
});
