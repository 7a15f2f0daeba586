import { beforeAll, describe, expect, test } from "vitest";
import { formerStore } from "../../fixtures/formerData.js";
import { defaultHyperparameters } from "../../../src/lib/run/hyperparameters.js";
import type { Checkpoint, Run } from "../../../src/lib/run/run.js";
import { joinRun, type RunDetails, type RunRecord } from "../../../src/lib/run/runRecord.js";
import { checkTakenUp } from "../../../src/training/worker/checkTakenUp.js";
import { newRun } from "../../../src/training/worker/newRun.js";

let sound: Run;
beforeAll(async () => {
  sound = await newRun({ ...defaultHyperparameters, optimizer: "adam" });
  const { weights } = sound.checkpoint;
  const zeros = weights.map((one) => ({ ...one, values: new Float32Array(one.values.length) }));
  Object.assign(sound.checkpoint, {
    batch: 10,
    velocities: zeros,
    squares: structuredClone(zeros),
  });
});

function damaged(change: (checkpoint: Checkpoint) => void): Run {
  const run = structuredClone(sound);
  change(run.checkpoint);
  return run;
}

describe("a run that is taken up again", () => {
  test("goes on where its checkpoint is whole", async () => {
    await checkTakenUp(sound);
  });

  test("goes on as an earlier version saved it, from each of its runs", async () => {
    const { runs, details } = formerStore("store.json.gz");
    for (const record of runs as RunRecord[]) {
      const own = (details as RunDetails[]).find(({ id }) => id === record.id)!;
      await checkTakenUp(joinRun(record, own));
    }
  });

  test.each<[string, (checkpoint: Checkpoint) => void, string]>([
    ["no weights", (one) => (one.weights = []), "«weights» debería ser la lista de los pesos"],
    ["one weight fewer", (one) => one.weights.pop(), "memoria|estado del optimizador|falta"],
    [
      "too few numbers",
      ({ weights }) => (weights[0]!.values = weights[0]!.values.slice(1)),
      "«weights\\[0\\].values» debería ser una lista con tantos números",
    ],
    ["a NaN", ({ weights }) => (weights[2]!.values[7] = NaN), "«weights\\[2\\].values» .* NaN"],
    [
      "the weights of another network",
      (one) => {
        for (const list of [one.weights, one.velocities, one.squares!]) list.length = 2;
      },
      "falta «conv2/kernel»",
    ],
    ["text for numbers", ({ weights }) => (weights[0]!.values = "x" as never), "y es «x»"],
    ["no velocities", (one) => (one.velocities = []), "falta «velocities», la memoria"],
    ["no squares", (one) => delete one.squares, "falta «squares», la memoria"],
    [
      "an optimizer's memory of another size",
      ({ velocities }) =>
        (velocities[0] = { name: "conv1/kernel", shape: [1], values: new Float32Array(1) }),
      "«velocities» debería ser el estado del optimizador para esos mismos pesos",
    ],
    [
      "a NaN in the optimizer",
      (one) => (one.squares![1]!.values[0] = NaN),
      "«squares» tiene en «conv1/bias»",
    ],
    ["a batch after its end", (one) => (one.batch = 1e9), "«batch» debería ser .* 90.000"],
  ])("is refused with %s, by name and with the way on", async (_, change, message) => {
    const error: unknown = await checkTakenUp(damaged(change)).catch((reason: unknown) => reason);
    expect((error as Error).message).toMatch(new RegExp(message));
    expect((error as Error).message).toMatch(/No se ha entrenado nada .* época anterior/);
  });
});
