// What the page says of its first numbers, and what it answers to «Prueba tú».
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { backwardSteps } from "../../../src/components/gradient/backwardSteps.js";
import { blockGradients, blockValues } from "../../../src/components/gradient/handBlocks.js";
import { afterStep, startingNumbers } from "../../../src/components/gradient/handMachine.js";
import { agrees, checkHandGradient } from "../../../src/lib/network/byHand/checkHandGradient.js";
import {
  backward,
  forward,
  logSoftmaxOf,
  parametersOf,
} from "../../../src/lib/network/byHand/handNetwork.js";
import { correlate } from "../../../src/lib/numbers/correlate.js";
import { handCode, handStart } from "./handStart.js";

const page = readFileSync("src/el-gradiente.md", "utf8");
const numbers = startingNumbers(handStart);
const { network, example } = numbers;
const pass = forward(network, example);
const gradients = backward(network, example, pass);

const check = (step: number, found = gradients) =>
  checkHandGradient(numbers, found, { code: handCode, step });
const worst = (step: number) =>
  Math.max(...check(step).map(({ backward: a, moved: b }) => Math.abs(a - b)));

describe("the first numbers of the page", () => {
  test("the network is not sure, and wrong; one place wins clearly, and one is cut by the ReLU", () => {
    expect(Math.exp(pass.logProbabilities[0]!)).toBeCloseTo(0.368, 3);
    expect(pass.rectified.map((value) => Number(value.toFixed(6)))).toEqual([0.8, 0.65, 0.95, 0]);
  });

  test("all agree at each step that is offered; best in the middle", () => {
    for (const step of [0.1, 0.001, 1e-5, 1e-13]) {
      expect(check(step).every(agrees), String(step)).toBe(true);
      expect(check(step).some(({ bends }) => bends)).toBe(false);
    }
    expect(page).toContain("Con los números de partida y 0,001 coinciden hasta la séptima cifra.");
    for (const { backward: found, moved } of check(0.001)) {
      expect(Math.abs(found - moved)).toBeLessThanOrEqual(1e-7 * Math.abs(found));
    }
    expect(worst(0.1)).toBeGreaterThan(1e-5);
    expect(worst(1e-13)).toBeGreaterThan(1e-5);
  });

  test("without the 1 taken away, the check finds all that are not 0 wrong, but for the other class", () => {
    const broken = (k: number) => Math.exp(pass.logProbabilities[k]!);
    const scores = [broken(0), broken(1)];
    const largest = scores[0]! * network.weights[0]! + scores[1]! * network.weights[1]!;
    const share = largest / gradients.largest;
    const wrong = {
      ...gradients,
      filter: gradients.filter.map((g) => g * share),
      bias: gradients.bias * share,
      weights: scores.map((g) => g * pass.largest),
      biases: scores,
    };
    const right = parametersOf(gradients);
    for (const [i, row] of check(0.001, wrong).entries()) {
      if (i === 11 || i === 13) continue; // of the class that is not the true one: nothing was to be taken away
      expect(agrees(row), String(i)).toBe(right[i] === 0);
    }
  });
});

test("with the slope of tanh in the place of the ReLU's, all agree again", () => {
  const tanhCode = {
    ...handCode,
    forward: (...[{ filter, bias, ...dense }, { image, label }]: Parameters<typeof forward>) => {
      const map = correlate(image, filter).map((sum) => sum + bias);
      const rectified = map.map((value) => Math.tanh(value));
      const largest = Math.max(...rectified);
      const scores = dense.weights.map((weight, k) => weight * largest + dense.biases[k]!);
      const logProbabilities = logSoftmaxOf(scores);
      const loss = -logProbabilities[label]!;
      return { map, rectified, largest, scores, logProbabilities, loss };
    },
  };
  const bent = tanhCode.forward(network, example);
  const found = backward(network, example, bent);
  const map = found.rectified.map((d, i) => d * (1 - bent.rectified[i]! ** 2));
  const filter = correlate(example.image, map);
  const right = { ...found, map, filter, bias: map.reduce((sum, d) => sum + d) };
  const all = checkHandGradient(numbers, right, { code: tanhCode, step: 0.001 });
  expect(all.every(agrees)).toBe(true);
  expect(checkHandGradient(numbers, found, { code: tanhCode, step: 0.001 }).every(agrees)).toBe(
    false,
  );
});

describe("the other class as the true one", () => {
  const run = [startingNumbers({ ...handStart, label: 1 })];
  for (let step = 0; step < 10; step++) run.push(afterStep(run.at(-1)!, handCode));
  const passes = run.map((at) => forward(at.network, at.example));

  test("the loss falls at each of ten steps", () => {
    const losses = passes.map(({ loss }) => loss);
    expect(losses).toEqual(losses.toSorted((a, b) => b - a));
  });

  test("after seven steps the map is dead, and only the biases of the scores learn", () => {
    expect(page).toContain("Tras siete pasos, los cuatro números del mapa son negativos");
    expect(passes[6]!.largest).toBeGreaterThan(0);
    for (const place of [7, 8, 9, 10]) {
      const at = run[place]!;
      const found = backward(at.network, at.example, passes[place]!);
      expect(passes[place]!.map.every((value) => value < 0)).toBe(true);
      expect(
        parametersOf(found)
          .slice(0, 12)
          .every((gradient) => gradient + 0 === 0),
      ).toBe(true);
      expect(found.biases.every((gradient) => gradient !== 0)).toBe(true);
    }
  });
});

test("each arrow backward gives gradients of its own, and all that there are", () => {
  const both = {
    values: blockValues(numbers, pass),
    gradients: blockGradients(gradients),
    label: 0,
  };
  const given = backwardSteps.flatMap(({ blocks }) => blocks);
  expect(new Set(given).size).toBe(given.length);
  expect(new Set(given)).toEqual(new Set(Object.keys(both.gradients)));
  for (const { explain } of backwardSteps) expect(explain(both)).not.toMatch(/—|NaN|undefined/);
  expect(backwardSteps[2]!.explain(both)).toContain("(−0,632) × 0,5 + 0,632 × (−0,3) = −0,505");
});
