import { describe, expect, test } from "vitest";
import { changed, type Content, set } from "./changedRunFile.js";
import { sequential } from "./exportedRun.js";
import { decodeRunFile } from "../../../src/lib/files/runFile.js";

describe("a file of runs", () => {
  test.each<[string, RegExp, (content: Content) => void]>([
    ["of another program", /no es de entrenamientos/, (file) => (file.format = "otro")],
    ["of a newer version", /versión más nueva.*formato 4/, (file) => (file.version = 4)],
    ["without a run", /«runs»/, (file) => (file.runs = [])],
    [
      "with an absurd rate",
      /Tasa de aprendizaje/,
      ({ runs }) => {
        set(runs[0]!.run, "hyperparameters.learningRate", -1);
      },
    ],
    [
      "with a status of its own",
      /«runs\[0\].run.status»/,
      ({ runs }) => {
        set(runs[0]!.run, "status", "x");
      },
    ],
    [
      "with a batch after the end",
      /checkpoint.batch»/,
      ({ runs }) => {
        set(runs[0]!.run, "checkpoint.batch", 1e6);
      },
    ],
    [
      "with another shape",
      /values»/,
      ({ runs }) => {
        set(runs[0]!.run, "checkpoint.weights.0.shape", [3]);
      },
    ],
    [
      "without a weight's numbers",
      /values»/,
      ({ runs }) => {
        set(runs[0]!.run, "checkpoint.weights.0.values", null);
      },
    ],
    [
      "with an endless loss",
      /curve\[0\].loss»/,
      ({ runs }) => {
        set(runs[0]!.run, "history.curve.0.loss", null);
      },
    ],
    [
      "with code for a network",
      /topology»/,
      ({ runs }) => {
        set(runs[0]!.run, "topology", "alert(1)");
      },
    ],
    [
      "with a time that no calendar has",
      /createdAt»/,
      ({ runs }) => {
        set(runs[0]!.run, "createdAt", 1e300);
      },
    ],
    [
      "with half a millisecond",
      /updatedAt»/,
      ({ runs }) => {
        set(runs[0]!.run, "updatedAt", 0.5);
      },
    ],
    ...[null, {}, { class_name: "Dense" }, { class_name: "Dense", config: { name: {} } }].map(
      (layer): [string, RegExp, (content: Content) => void] => [
        `with ${JSON.stringify(layer)} for a layer`,
        /topology»/,
        ({ runs }) => {
          set(runs[0]!.run, "topology", sequential(layer));
        },
      ],
    ),
    ["with an epoch that it never had", /epochs»/, ({ runs }) => (runs[0]!.epochs[0]!.epoch = 9)],
  ])("is refused in Spanish, %s", async (_, message, change) => {
    await expect(decodeRunFile(await changed(change))).rejects.toThrow(message);
  });

  test("without the numbers of an epoch is refused by their place", async () => {
    const file = await changed(({ runs }) => {
      set(runs[1]!.epochs[0]!, "weights.0.values", { float32: "AADAfwAAAAAAAAAAAAAAAA==" }); // a NaN
    });
    await expect(decodeRunFile(file)).rejects.toThrow(
      "«runs[1].epochs[0].weights[0].values» debería ser una lista de números finitos",
    );
  });
});
