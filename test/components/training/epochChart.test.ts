// @vitest-environment jsdom
import { expect, test } from "vitest";
import { epochChart } from "../../../src/components/training/epochChart.js";

const epoch = { epoch: 1, loss: 0.9, testLoss: 0.8, testAccuracy: 0.7, seconds: 1 };

test("the chart of a run of one epoch brings no warning of Plot's", () => {
  const chart = epochChart([epoch]);
  expect(chart.textContent).toContain("entrenamiento");
  expect(chart.textContent).not.toContain("⚠");
});
