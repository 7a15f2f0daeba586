import { describe, expect, test } from "vitest";
import { defaultHyperparameters } from "../../../src/lib/run/hyperparameters.js";
import { configuredTopology } from "../../../src/lib/run/runConfiguration.js";

const hyperparameters = { ...defaultHyperparameters, dropoutRate: 0.2 };

describe("the topology of a configuration", () => {
  test("is none for the original's, which is made elsewhere", () => {
    expect(configuredTopology({ network: "original", hyperparameters }, "{}")).toBeUndefined();
  });

  test("has the chosen dropout in an offered network", () => {
    const topology = configuredTopology({ network: "densa", hyperparameters }, undefined);
    expect(topology).toMatch(/"rate":0.2\b/);
  });

  test("is the one handed over for the reader's own network", () => {
    expect(configuredTopology({ network: "tuya", hyperparameters }, "{}")).toBe("{}");
  });

  test("is refused in Spanish where the reader's own network is gone", () => {
    const own = { network: "tuya", hyperparameters };
    expect(() => configuredTopology(own, undefined)).toThrow("Tu red ya no está en este navegador");
  });

  test("is refused for a network that nobody offers", () => {
    const unknown = { network: "otra", hyperparameters };
    expect(() => configuredTopology(unknown, undefined)).toThrow("one of original, 16-filtros");
  });
});
