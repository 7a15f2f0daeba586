import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawnChain, topologyOf } from "../../engine/drawnNetwork.js";
import { offeredNetworks } from "../../../src/lib/network/offeredNetworks.js";
import type { NamedWeight } from "../../../src/lib/network/namedWeight.js";
import { weightsProblem } from "../../../src/lib/files/topologyWeights.js";
import { newRun } from "../../../src/training/worker/newRun.js";
import { defaultHyperparameters } from "../../../src/lib/run/hyperparameters.js";

/** The check looks at names and shapes only. */
const withoutValues = (weights: readonly { name: string; shape: number[] }[]): NamedWeight[] =>
  weights.map((weight) => ({ ...weight, values: new Float32Array(0) }));

describe("the weights of a network", () => {
  test.each(offeredNetworks.map(({ id, topology }) => [id, topology(0.4)]))(
    "agree with it, of the offered one %s",
    async (_, topology) => {
      const run = await newRun(defaultHyperparameters, topology);
      expect(weightsProblem(run.topology, run.checkpoint.weights)).toBeUndefined();
    },
  );

  test("agree with it, of any one, and with one size changed, or one weight fewer, they do not", () => {
    const property = fc.property(drawnChain, fc.nat(), fc.nat(), (network, which, axis) => {
      const { topology, weights } = topologyOf(network);
      const own = withoutValues(weights);
      expect(weightsProblem(topology, own)).toBeUndefined();
      const { name, shape } = weights[which % weights.length]!;
      const changed = own.map((weight) =>
        weight.name === name
          ? { ...weight, shape: shape.map((size, i) => size + Number(i === axis % shape.length)) }
          : weight,
      );
      expect(weightsProblem(topology, changed)).toContain(`«${name}» es de`);
      const fewer = own.filter((weight) => weight.name !== name);
      expect(weightsProblem(topology, fewer)).toBe(`falta «${name}»`);
      const other = { name: "otra/kernel", shape: [1], values: new Float32Array(1) };
      expect(weightsProblem(topology, [...own, other])).toMatch(/«otra\/kernel» no es de ninguna/);
    });
    fc.assert(property, { seed: 1, numRuns: 60 });
  });

  test("are told with both shapes", () => {
    const { topology, weights } = topologyOf({
      ...{
        inputShape: [8, 8, 1],
        specs: [{ layer: "conv2d", config: { filters: 4, kernelSize: 3 } }],
      },
    });
    const wrong = [{ ...weights[0]!, shape: [5, 5, 1, 4] }, weights[1]!];
    expect(weightsProblem(topology, withoutValues(wrong))).toBe(
      "«layer0/kernel» es de 5 × 5 × 1 × 4 y debería ser de 3 × 3 × 1 × 4",
    );
  });

  test("are left open behind a layer that is not known, as far as they follow from it", () => {
    const { topology, weights } = topologyOf({
      inputShape: [8, 8, 2],
      specs: [
        { layer: "depthwiseConv2d", config: { kernelSize: 3 } },
        { layer: "flatten", config: {} },
        { layer: "dense", config: { units: 10 } },
      ],
    });
    const own = withoutValues(weights);
    expect(weightsProblem(topology, own)).toBeUndefined();
    const changed = own.map((one) => (one.name === "layer2/bias" ? { ...one, shape: [9] } : one));
    expect(weightsProblem(topology, changed)).toContain("«layer2/bias»");
  });
});
