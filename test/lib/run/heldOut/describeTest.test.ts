import { expect, test } from "vitest";
import {
  describeTest,
  mayOpenTest,
  testLooks,
} from "../../../../src/lib/run/heldOut/describeTest.js";
import { defaultHyperparameters } from "../../../../src/lib/run/hyperparameters.js";
import type { EpochResult } from "../../../../src/lib/run/run.js";
import { splitRun } from "../../../../src/lib/run/runRecord.js";
import { branchRun } from "../../../../src/training/start/branchRun.js";
import { exported } from "../../files/exportedRun.js";

const epoch: EpochResult = {
  epoch: 1,
  loss: 1,
  validationLoss: 1,
  validationAccuracy: 0.5,
  seconds: 1,
};
const closed = {
  hyperparameters: { ...defaultHyperparameters, validationImages: 1000 },
  epochs: [epoch],
  status: "finished" as const,
  hasEvaluation: false,
};
const result = { testLoss: 0.5, testAccuracy: 0.8812 };

test("a finished run with validation has its test closed, and it may be opened", () => {
  expect(mayOpenTest(closed)).toBe(true);
  expect(describeTest(closed)).toBe("La prueba está cerrada. Nadie la ha mirado aún.");
  expect(testLooks(closed)).toBe(0);
});

test("nothing is opened while more weights may come, or where there are none", () => {
  expect(mayOpenTest({ ...closed, status: "paused" })).toBe(false);
  expect(describeTest({ ...closed, status: "paused" })).toMatch(/Podrás abrirla cuando acabe/);
  expect(mayOpenTest({ ...closed, status: "diverged", epochs: [] })).toBe(false);
});

test("an open test says what came out and how often it was opened", () => {
  const open = { ...closed, hasEvaluation: true, evaluated: result, testLooks: 2 };
  expect(describeTest(open)).toBe(
    "La prueba está abierta: exactitud 88,12\u00a0%. La has abierto 2 veces.",
  );
  expect(mayOpenTest(open)).toBe(false);
});

test("a run that went on after its test was opened says that it was with other weights", () => {
  expect(describeTest({ ...closed, testLooks: 1 })).toBe(
    "La prueba está cerrada. La has abierto 1 vez con otros pesos.",
  );
});

test("without validation the test is looked at after each epoch, and choosing by it flatters", () => {
  const { hyperparameters } = exported().run;
  const seen = { ...closed, hyperparameters, epochs: [{ ...epoch, ...result }] };
  expect(testLooks(seen)).toBe(1);
  expect(describeTest(seen)).toMatch(/al acabar cada época, 1 vez\. Elegir por ella halaga/);
  expect(mayOpenTest(seen)).toBe(false);
});

test("what a reader has seen stays seen, in the store and in a run that goes on from an epoch", () => {
  const { run, epochs } = exported({ testLooks: 1 });
  const before = { ...splitRun(run).record, testLooks: 3 };
  expect(splitRun(run, before).record.testLooks).toBe(3);
  const unseen = exported().run;
  expect(splitRun(unseen, before).record.testLooks).toBe(3);
  expect(splitRun(unseen).record).not.toHaveProperty("testLooks");
  expect(branchRun(run, epochs[0]!).testLooks).toBe(1);
});
