import { describe, expect, test } from "vitest";
import { epochImages } from "../../../src/lib/run/epochSize.js";
import {
  defaultHyperparameters,
  definitionOf,
  formatValue,
  type HyperparameterName,
  hyperparameterDefinitions,
  hyperparameterProblems,
  type Hyperparameters,
  numberDefinitions,
} from "../../../src/lib/run/hyperparameters.js";

describe("hyperparameterProblems", () => {
  test("accepts the original's recipe, which is the default", () => {
    expect(defaultHyperparameters).toEqual({
      epochs: 30,
      batchSize: 20,
      learningRate: 0.001,
      momentum: 0.9,
      dropoutRate: 0.4,
      seed: 42,
      trainImages: 60_000,
    });
    expect(hyperparameterProblems(defaultHyperparameters)).toEqual([]);
  });

  test.each(numberDefinitions.filter(({ isBeyond }) => !isBeyond))(
    "refuses an absurd $name",
    ({ name, label, min, max }) => {
      for (const value of [NaN, Infinity, min - 1, max + 1, undefined as unknown as number]) {
        const problems = hyperparameterProblems({ ...defaultHyperparameters, [name]: value });
        expect(problems.map((problem) => problem.name)).toContain(name);
        expect(problems[0]!.message).toContain(label);
      }
    },
  );

  test("quotes a value that it refuses to the last digit", () => {
    const problemOf = (values: Partial<Hyperparameters>) =>
      hyperparameterProblems({ ...defaultHyperparameters, ...values })[0]!.message;
    expect(problemOf({ batchSize: 19.99999999 })).toContain("has puesto 19,99999999.");
    expect(problemOf({ learningRate: -0.0000123456789 })).toContain("has puesto −0,0000123456789.");
    expect(problemOf({ seed: 4294967296 })).toContain("has puesto 4.294.967.296.");
  });

  test("refuses a fraction where only integers make sense", () => {
    expect(hyperparameterProblems({ ...defaultHyperparameters, batchSize: 2.5 })[0]!.message).toBe(
      "Tamaño de lote: hace falta un número entero entre 1 y 2.000; has puesto 2,5.",
    );
  });

  test("refuses a batch larger than the set", () => {
    const problems = hyperparameterProblems({
      ...defaultHyperparameters,
      batchSize: 200,
      trainImages: 100,
    });
    expect(problems[0]!.message).toContain("no puede superar las 100 imágenes");
  });

  test("refuses to set apart all the images, and a batch larger than what is left", () => {
    const messages = (values: Partial<Hyperparameters>) =>
      hyperparameterProblems({ ...defaultHyperparameters, ...values }).map(
        ({ message }) => message,
      );
    expect(messages({ trainImages: 2000, validationImages: 2000 })).toEqual([
      "Imágenes de validación: se apartan de las 2.000 de entrenamiento, así que han de ser menos; has puesto 2.000.",
    ]);
    expect(messages({ trainImages: 2000, validationImages: 1990 })).toEqual([
      "Tamaño de lote: no puede superar las 10 imágenes que quedan para entrenar; has puesto 20.",
    ]);
    expect(messages({ trainImages: 2000, validationImages: 1980 })).toEqual([]);
  });

  test.each(numberDefinitions.filter(({ isBeyond }) => isBeyond))(
    "takes $name if it is left out or in its range, and refuses an absurd one",
    ({ name, label, min, max, default: usual }) => {
      for (const value of [undefined, usual, min, max]) {
        expect(hyperparameterProblems({ ...defaultHyperparameters, [name]: value })).toEqual([]);
      }
      for (const value of [NaN, Infinity, min - 1, max + 1, null, "2"]) {
        const problems = hyperparameterProblems({ ...defaultHyperparameters, [name]: value });
        expect(problems.map((problem) => problem.name)).toEqual([name]);
        expect(problems[0]!.message).toContain(label);
      }
    },
  );

  test("refuses classes that are repeated more than five times, or not all told", () => {
    for (const classWeights of ["111111111", "1111111116", "0111111111", 1111111111]) {
      const values = { ...defaultHyperparameters, classWeights } as Hyperparameters;
      expect(hyperparameterProblems(values).map(({ message }) => message)).toEqual([
        `Repetir clases: hacen falta diez cifras del 1 al 5, una por clase; has puesto ${JSON.stringify(classWeights)}.`,
      ]);
    }
    const sound = { ...defaultHyperparameters, classWeights: "1131112111" };
    expect(hyperparameterProblems(sound)).toEqual([]);
    const definition = definitionOf("classWeights" as HyperparameterName);
    expect(formatValue(definition, sound.classWeights)).toBe("Jersey ×3, Camisa ×2");
    expect(epochImages(sound)).toBe(78_000);
    expect(epochImages({ ...sound, epochImages: 77_990 })).toBe(77_990);
  });

  test("refuses an optimizer, a schedule or a mirror that there is not", () => {
    const values = { ...defaultHyperparameters, optimizer: "rmsprop", schedule: "steps", flip: 1 };
    const problems = hyperparameterProblems(values as unknown as Hyperparameters);
    expect(problems.map(({ message }) => message)).toEqual([
      'Optimizador: hace falta sgd o nesterov o adam o adamw; has puesto "rmsprop".',
      'Plan de la tasa: hace falta constant o cosine o one-cycle; has puesto "steps".',
      "Espejo: hace falta true o false; has puesto 1.",
    ]);
    const sound = { ...defaultHyperparameters, optimizer: "adam", schedule: "cosine", flip: true };
    expect(hyperparameterProblems(sound as Hyperparameters)).toEqual([]);
  });
});

const withSliders = numberDefinitions.filter(({ stops }) => stops !== undefined);

test.each(withSliders)("the slider of $name rises within its range, by its default", (one) => {
  const stops = one.stops!;
  expect(stops).toContain(one.default);
  expect(stops[0]).toBeGreaterThanOrEqual(one.min);
  expect(stops.at(-1)).toBeLessThanOrEqual(one.max);
  expect(stops).toEqual(stops.toSorted((a, b) => a - b));
  expect(new Set(stops).size).toBe(stops.length);
});

test("names, labels and what links are written with are each one's own", () => {
  for (const field of ["name", "label", "link"] as const) {
    const all = hyperparameterDefinitions.map((definition) => definition[field]);
    expect(new Set(all).size).toBe(all.length);
  }
});
