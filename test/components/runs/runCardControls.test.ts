import { expect, test } from "vitest";
import { defaultHyperparameters } from "../../../src/lib/run/hyperparameters.js";
import { whyNotShown } from "../../../src/components/runs/runCardControls.js";

const hyperparameters = defaultHyperparameters;

test("a run without results is said to have none yet, and one that has diverged to have none", () => {
  expect(whyNotShown({ hyperparameters, hasEvaluation: true, status: "diverged" })).toBeUndefined();
  expect(whyNotShown({ hyperparameters, hasEvaluation: false, status: "paused" })).toMatch(
    /^Todavía no hay/,
  );
  expect(whyNotShown({ hyperparameters, hasEvaluation: false, status: "diverged" })).toMatch(
    /divergió antes de/,
  );
});

test("a run with validation is said to have its test closed", () => {
  const values = { ...hyperparameters, validationImages: 100 };
  const told = whyNotShown({ hyperparameters: values, hasEvaluation: false, status: "finished" });
  expect(told).toMatch(/está cerrada/);
});
