import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  defaultHyperparameters,
  hyperparameterProblems,
  type Hyperparameters,
  numberDefinitions,
} from "../../../src/lib/run/hyperparameters.js";
import { beyondRegistry } from "../../../src/lib/run/hyperparameterRegistry.js";
import { parsePermalink, type Permalink, permalinkQuery } from "../../../src/lib/run/permalink.js";
import { permalinkParameters } from "../../../src/lib/run/permalinkParameters.js";
import { networkIds } from "../../../src/lib/run/runConfiguration.js";

/** The values that may be chosen. */
function valuesOf<Name extends "optimizer" | "schedule">(name: Name) {
  const { options } = beyondRegistry[name];
  return options.map(({ value }) => value) as NonNullable<Hyperparameters[Name]>[];
}

const plain: Permalink = {
  network: "original",
  hyperparameters: defaultHyperparameters,
  version: 1,
};

/** Any sound permalink, written as the form gives it: without what is the original's. */
const permalinks: fc.Arbitrary<Permalink> = fc
  .record({
    network: fc.constantFrom(...networkIds),
    numbers: fc.tuple(
      ...numberDefinitions.map(({ name, min, max, integer }) =>
        fc
          .option(integer ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true }))
          .map((value) => [name, value === null ? null : value + 0] as const),
      ),
    ),
    optimizer: fc.constantFrom(...valuesOf("optimizer")),
    schedule: fc.constantFrom(...valuesOf("schedule")),
    flip: fc.boolean(),
    version: fc.integer({ min: 1, max: 9999 }),
    fingerprint: fc.option(fc.stringMatching(/^[\da-f]{16}$/)),
  })
  .map(({ network, numbers, optimizer, schedule, flip, version, fingerprint }) => {
    const recipe = new Set<string>(Object.keys(beyondRegistry));
    const given = numbers.filter(
      ([name, value]) => value !== null && !(recipe.has(name) && value === 0),
    );
    const hyperparameters: Hyperparameters = {
      ...defaultHyperparameters,
      ...Object.fromEntries(given),
      ...(optimizer !== "sgd" && { optimizer }),
      ...(schedule !== "constant" && { schedule }),
      ...(flip && { flip }),
    };
    return { network, hyperparameters, version, ...(fingerprint !== null && { fingerprint }) };
  })
  .filter(({ hyperparameters }) => hyperparameterProblems(hyperparameters).length === 0);

describe("a permalink", () => {
  test("of the default holds nothing", () => {
    expect(permalinkQuery(plain)).toBe("");
    expect(parsePermalink("")).toEqual({ permalink: plain, isEmpty: true, refused: [] });
  });

  test("holds only what differs, under Spanish names", () => {
    const hyperparameters: Hyperparameters = {
      ...defaultHyperparameters,
      learningRate: 0.01,
      trainImages: 6000,
      optimizer: "adam",
      schedule: "one-cycle",
      flip: true,
    };
    expect(permalinkQuery({ network: "densa", hyperparameters })).toBe(
      "red=densa&tasa=0.01&imagenes=6000&optimizador=adam&plan=un-ciclo&espejo=si",
    );
  });

  test("gives back the configuration that it was made from", () => {
    fc.assert(
      fc.property(permalinks, (permalink) => {
        const { permalink: found, refused } = parsePermalink(`?${permalinkQuery(permalink)}`);
        expect(refused).toEqual([]);
        expect(found).toEqual(permalink);
      }),
    );
  });

  test("reads a comma, and a point between thousands, as a Spanish reader writes them", () => {
    const { hyperparameters } = parsePermalink(
      "tasa=0,02&imagenes=20.000&semilla=4.294.967.295",
    ).permalink;
    expect(hyperparameters).toMatchObject({
      learningRate: 0.02,
      trainImages: 20_000,
      seed: 4_294_967_295,
    });
  });
});

describe("a link that is not sound", () => {
  const networks = `uno de estos: ${networkIds.map((id) => `«${id}»`).join(", ")}`;
  test.each([
    ["tasa=rápida", "«tasa» debería ser un número entre 0,000001 y 10, y es «rápida»."],
    ["tasa=-1", "«tasa» debería ser un número entre 0,000001 y 10, y es «-1»."],
    ["epocas=2.5", "«epocas» debería ser un número entero entre 1 y 500, y es 2,5."],
    ["epocas=1e9", "«epocas» debería ser un número entero entre 1 y 500, y es «1e9»."],
    ["epocas=0x10", "«epocas» debería ser un número entero entre 1 y 500, y es «0x10»."],
    ["semilla=", "«semilla» debería ser un número entero entre 0 y 4.294.967.295, y es «»."],
    ["momento=0.5&momento=0.9", "«momento»: aparece más de una vez."],
    ["constructor=1", "«constructor»: este cuaderno no lo conoce."],
    ["espejo=true", "«espejo» debería ser uno de estos: «si», «no», y es «true»."],
    ["huella=ABC", "«huella» debería ser una huella, de 16 cifras hexadecimales, y es «ABC»."],
    ["red=<img src=x>", `«red» debería ser ${networks}, y es «<img src=x>».`],
    [
      "plan=constructor",
      "«plan» debería ser uno de estos: «constante», «coseno», «un-ciclo», y es «constructor».",
    ],
    [
      "lote=500&imagenes=100",
      "Tamaño de lote: no puede superar las 100 imágenes de entrenamiento; has puesto 500.",
    ],
  ])("is refused by name: %s", (query, message) => {
    const { refused, permalink } = parsePermalink(query);
    expect(refused).toEqual([message]);
    expect(hyperparameterProblems(permalink.hyperparameters)).toEqual([]);
  });

  test("loses only what is wrong with it", () => {
    const { permalink, refused } = parsePermalink("?tasa=0.01&epocas=mil&semilla=7&x=1");
    expect(refused).toHaveLength(2);
    expect(permalink.hyperparameters).toEqual({
      ...defaultHyperparameters,
      learningRate: 0.01,
      seed: 7,
    });
  });

  test.each(["epocas=mil", "imagenes=100&lote=500"])("promises no result: %s", (query) => {
    const { permalink, refused } = parsePermalink(`${query}&huella=0123456789abcdef`);
    expect(permalink).not.toHaveProperty("fingerprint");
    expect(refused.at(-1)).toMatch(/^«huella»: .* es otro entrenamiento/);
  });

  test("keeps what it promises if what is refused says nothing of the run", () => {
    const { permalink } = parsePermalink("utm_source=correo&huella=0123456789abcdef");
    expect(permalink.fingerprint).toBe("0123456789abcdef");
  });

  test("is quoted and read only so far", () => {
    const { refused } = parsePermalink(`tasa=${"9".repeat(100_000)}`);
    expect(refused.join("").length).toBeLessThan(300);
  });

  const names = permalinkParameters.map(({ name }) => name);
  const damaged = fc
    .array(fc.tuple(fc.oneof(fc.constantFrom(...names, "__proto__"), fc.string()), fc.string()))
    .map((pairs) => pairs.map(([name, value]) => `${name}=${value}`).join("&"));
  const garbage = fc.oneof(fc.string({ unit: "binary" }), damaged);

  test("never throws, and always leaves a sound configuration", () => {
    fc.assert(
      fc.property(garbage, (query) => {
        const { permalink } = parsePermalink(query);
        expect(hyperparameterProblems(permalink.hyperparameters)).toEqual([]);
        expect(networkIds).toContain(permalink.network);
        expect(parsePermalink(permalinkQuery(permalink)).permalink).toEqual(permalink);
      }),
    );
  });
});
