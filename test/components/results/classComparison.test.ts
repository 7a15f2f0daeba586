// @vitest-environment jsdom
import { expect, test } from "vitest";
import { classComparison } from "../../../src/components/results/classComparison.js";

test("the best of each row is marked, but where all are alike", () => {
  const columns = [
    { name: "una", accuracies: [0.5, 0] },
    { name: "otra", accuracies: [0.25, 0] },
  ];
  const table = classComparison(columns, { names: ["Bolso", "Abrigo"] });
  const best = Array.from(table.querySelectorAll(".best"), ({ textContent }) => textContent);
  expect(best).toEqual(["▲ 50,0\u00a0%"]);
});
