// What is still shown of a run whose details are damaged: its curve, where that is sound.
import { expect, test } from "vitest";
import { formerStore } from "../../fixtures/formerData.js";
import type { Hyperparameters } from "../../../src/lib/run/hyperparameters.js";
import { readCurve } from "../../../src/lib/run/stored/recordSchema.js";
import type { RunDetails } from "../../../src/lib/run/runRecord.js";

const former = formerStore("store.json.gz");
const [run] = former.runs as { id: string; hyperparameters: Hyperparameters }[];
const details = (former.details as RunDetails[]).find(({ id }) => id === run!.id)!;
const { curve, thousands } = details;

test("the curve is read though the weights are damaged", () => {
  expect(curve.length).toBeGreaterThan(0);
  const damaged = { ...details, checkpoint: { weights: "nada" } };
  expect(readCurve(damaged, run!.hyperparameters)).toEqual({ curve, thousands });
});

test("a damaged curve is empty", () => {
  const nothing = { curve: [], thousands: [] };
  expect(readCurve({ ...details, curve: [{ batch: "uno" }] }, run!.hyperparameters)).toEqual(
    nothing,
  );
  expect(readCurve(undefined, run!.hyperparameters)).toEqual(nothing);
});
