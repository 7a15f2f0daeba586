import { describe, expect, it } from "vitest";
import {
  describeLayers,
  largestLayer,
  layerTotals,
} from "../../../src/lib/network/describeLayers.js";
import { createNetwork } from "../../../src/lib/network/network.js";

describe("describeLayers", () => {
  const network = createNetwork();
  const rows = describeLayers(network);
  network.dispose();

  it("follows the shapes from the image to the ten classes", () => {
    const shapes = rows.map(({ outputShape }) => outputShape.join("×"));
    expect([...new Set(shapes)]).toEqual([
      "28×28×1",
      "26×26×10",
      "13×13×10",
      "11×11×20",
      "5×5×20",
      "500",
      "50",
      "10",
    ]);
  });

  it("counts the parameters of each layer", () => {
    const counts = rows
      .filter(({ parameters }) => parameters > 0)
      .map(({ parameters }) => parameters);
    expect(counts).toEqual([100, 1820, 25050, 510]);
  });

  it("counts the multiplications of each layer: positions times weights", () => {
    const counts = rows.map(({ multiplications }) => multiplications).filter((count) => count > 0);
    expect(counts).toEqual([
      26 * 26 * (3 * 3 * 1 * 10),
      11 * 11 * (3 * 3 * 10 * 20),
      500 * 50,
      50 * 10,
    ]);
  });

  it("largestLayer tells a layer that has most parameters from one that multiplies most", () => {
    const share = 25_050 / 27_480;
    expect(largestLayer(rows, "parameters")).toEqual({
      name: "fc1",
      share,
      value: 25_050,
      total: 27_480,
    });
    expect(layerTotals(rows)).toEqual({ parameters: 27_480, multiplications: 304_140 });
    expect(largestLayer(rows, "multiplications")).toMatchObject({ name: "conv2", value: 217_800 });
  });

  it("names every layer in Spanish", () => {
    expect(rows.map(({ type }) => type)).toEqual([
      "Imagen",
      "Convolución 3 × 3 + ReLU",
      "Agrupación 2 × 2, máximo",
      "Convolución 3 × 3 + ReLU",
      "Agrupación 2 × 2, máximo",
      "Aplanado",
      "Densa + ReLU",
      "Dropout 0,4",
      "Densa",
      "Log-softmax",
    ]);
  });
});
