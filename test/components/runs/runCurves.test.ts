// @vitest-environment jsdom
import { expect, test } from "vitest";
import { runCurves } from "../../../src/components/runs/runCurves.js";

const options = {
  ariaLabel: "Pérdida",
  label: "pérdida",
  format: (value: number) => value.toFixed(1),
  marks: false,
  data: () => ({ columns: [], rows: [] }),
};
const curve = (name: string, ...values: number[]) => ({
  name,
  points: values.map((value, epoch) => ({ epoch, value })),
});

test("a diverged run leaves the axis to the others, and the figure says how far it goes", () => {
  const figure = runCurves([curve("sana", 2.3, 0.4), curve("divergida", 2.3, 397.2)], options);
  const ticks = [...figure.querySelectorAll("text")].map(({ textContent }) => Number(textContent));
  expect(Math.max(...ticks.filter(Number.isFinite))).toBeLessThan(3);
  expect(figure.textContent).toContain("Sale por arriba «divergida», que llega a 397.2.");
});

test("curves that are inside are said nothing of", () => {
  const figure = runCurves([curve("una", 2.3, 0.4), curve("otra", 2.2, 0.5)], options);
  expect(figure.textContent).not.toContain("por arriba");
});
