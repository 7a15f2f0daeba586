// Links that readers have given away: what stands in them never changes.
import { expect, test } from "vitest";
import { hyperparameterDefinitions } from "../../../src/lib/run/hyperparameters.js";
import { networkIds } from "../../../src/lib/run/runConfiguration.js";

test("the names of the hyperparameters in a link are permanent", () => {
  const names = hyperparameterDefinitions.map(({ name, link }) => [name, link]);
  expect(Object.fromEntries(names)).toMatchObject({
    epochs: "epocas",
    batchSize: "lote",
    learningRate: "tasa",
    momentum: "momento",
    dropoutRate: "dropout",
    seed: "semilla",
    trainImages: "imagenes",
    optimizer: "optimizador",
    schedule: "plan",
    weightDecay: "decaimiento",
    flip: "espejo",
    shift: "desplazamiento",
    erasing: "borrado",
    alternatingFlip: "espejo-alterno",
    labelSmoothing: "suavizado",
    validationImages: "validacion",
    classWeights: "repeticiones",
  });
});

test("the names of the choices in a link are permanent", () => {
  const links = hyperparameterDefinitions.flatMap((definition) =>
    definition.kind === "choice" ? definition.options.map(({ value, link }) => [value, link]) : [],
  );
  expect(Object.fromEntries(links)).toMatchObject({
    sgd: "sgd",
    nesterov: "nesterov",
    adam: "adam",
    adamw: "adamw",
    constant: "constante",
    cosine: "coseno",
    "one-cycle": "un-ciclo",
  });
});

test("the names of the networks in a link are permanent", () => {
  const ids = [
    "original",
    "16-filtros",
    "32-filtros",
    "64-filtros",
    "tres-convoluciones",
    "normalizacion",
    "densa",
    "tuya",
  ];
  expect(networkIds).toEqual(expect.arrayContaining(ids));
});
