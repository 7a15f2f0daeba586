// Each field of a run in a file: what it may hold, and how the reader is told what it holds instead.
import { describe, expect, test } from "vitest";
import { changed, set } from "./changedRunFile.js";
import { inputOfTwo, sequential } from "./exportedRun.js";
import { FileFormatError } from "../../../src/lib/files/fileFormatError.js";
import { decodeRunFile } from "../../../src/lib/files/runFile.js";

describe("a file of runs", () => {
  test.each<[string, unknown, RegExp]>([
    [
      "history.epochs.0.testAccuracy",
      50,
      /testAccuracy» debería ser un número entre 0 y 1, y es 50/,
    ],
    ["history.epochs.0.testAccuracy", -0.1, /testAccuracy» .*, y es −0,1/],
    ["history.epochs.0.epoch", 1e9, /epochs\[0\].epoch» debería ser un número entero entre 1 y 30/],
    ["history.epochs.0.epoch", 0, /epochs\[0\].epoch»/],
    ["history.epochs.0.epoch", 1.5, /epochs\[0\].epoch» .*, y es 1,5/],
    ["history.epochs.0.loss", -3, /epochs\[0\].loss»/],
    ["history.epochs.0.testLoss", -3, /epochs\[0\].testLoss»/],
    ["history.epochs.0.seconds", -1, /seconds»/],
    ["history.epochs.1", { epoch: 1, loss: 1, testLoss: 1, testAccuracy: 1, seconds: 1 }, /orden/],
    ["history.curve.0.batch", 90_001, /curve\[0\].batch» .* entre 1 y 90.000, y es 90.001/],
    ["history.curve.0.loss", -1, /curve\[0\].loss» debería ser un número de −0,001 como poco/],
    ["history.thousands.0.batchInEpoch", 4000, /batchInEpoch»/],
    ["history.thousands.0.epoch", 31, /thousands\[0\].epoch»/],
    ["history.rateChanges.0.learningRate", 50, /learningRate»/],
    ["history.rateChanges.0.batch", -1, /rateChanges\[0\].batch»/],
    ["checkpoint.batch", -1, /checkpoint.batch»/],
    ["checkpoint.sums.epochImages", -1, /sums.epochImages» .*, y es −1/],
    ["checkpoint.sums.pointLoss", "x", /sums.pointLoss» .*, y es «x»/],
    ["checkpoint.velocities.0.name", "fc/bias", /velocities»/],
    ["topology", sequential(), /«fc\/kernel» no es de ninguna de sus capas/],
    [
      "topology",
      sequential({ class_name: "Dense", config: { ...inputOfTwo, units: 3 } }),
      /checkpoint.weights», «fc\/kernel» es de 2 × 2 y debería ser de 2 × 3/,
    ],
    [
      "topology",
      sequential({ class_name: "Lambda", config: inputOfTwo }),
      /su red tiene una capa «Lambda», que este cuaderno no conoce/,
    ],
    [
      "topology",
      sequential({ class_name: "Dense", config: { ...inputOfTwo, units: -1 } }),
      /con su red no se puede calcular/,
    ],
    [
      "history.curve",
      Array.from({ length: 1_000_000 }, () => ({ batch: 1, loss: 1 })),
      /history.curve» debería ser una lista de 30.000 como mucho, y es una lista de 1.000.000/,
    ],
    ["checkpoint.weights", [], /checkpoint.weights» debería ser la lista de los pesos de la red/],
    ["createdAt", -1, /createdAt» debería ser una fecha, y es −1/],
    ["updatedAt", "hoy", /updatedAt» debería ser una fecha, y es «hoy»/],
    ["evaluation.loss", -1, /evaluation.loss»/],
    ["evaluation.accuracy", 62.5, /evaluation.accuracy» .* entre 0 y 1, y es 62,5/],
    ["parent.epoch", 1e9, /parent.epoch»/],
    ["name", "  ", /name» debería ser un nombre que no esté en blanco/],
    ["network", "otra", /network» debería ser una de las redes del cuaderno, y es «otra»/],
    ["network", 16, /network»/],
    ["hyperparameters.epochs", 1e9, /Épocas: .* entre 1 y 500/],
    ["hyperparameters.batchSize", 0, /Tamaño de lote/],
    ["hyperparameters.momentum", 2, /Momento/],
    ["hyperparameters.dropoutRate", 1, /Dropout/],
    ["hyperparameters.seed", 0.5, /Semilla/],
    ["hyperparameters.trainImages", 60_001, /Imágenes de entrenamiento/],
    ["hyperparameters.weightDecay", 2, /Decaimiento/],
    ["hyperparameters.shift", 15, /Desplazamiento/],
    ["hyperparameters.erasing", -1, /Borrado al azar/],
    ["hyperparameters.optimizer", "lion", /Optimizador/],
    ["hyperparameters.schedule", 1, /Plan de la tasa/],
    ["hyperparameters.flip", "sí", /Espejo/],
  ])(
    "is refused in Spanish, whole, for a %s of %j in one of its runs",
    async (path, value, message) => {
      const file = await changed(({ runs }) => {
        set(runs[1]!.run, path, value); // the first one is sound
      });
      const error: unknown = await decodeRunFile(file).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(FileFormatError);
      expect((error as Error).message).toMatch(message);
      expect((error as Error).message).toMatch(/^El archivo está dañado/);
    },
  );
});
