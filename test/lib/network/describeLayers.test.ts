import { describe, expect, it } from "vitest";
import { describeLayers } from "../../../src/lib/network/describeLayers.js";
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
