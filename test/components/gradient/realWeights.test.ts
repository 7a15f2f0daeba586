// @vitest-environment jsdom
import fc from "fast-check";
import { expect, test } from "vitest";
import { shortNumber } from "../../../src/components/gradient/handText.js";
import { closest, slopeTable } from "../../../src/components/gradient/slopeTable.js";
import { placeName, weightChooser } from "../../../src/components/gradient/weightChooser.js";

test("a place in a weight is told by its axes, the last of which moves first", () => {
  const shape = [3, 3, 10, 20];
  fc.assert(
    fc.property(
      fc.tuple(fc.nat(2), fc.nat(2), fc.nat(9), fc.nat(19)),
      ([row, column, channel, filter]) => {
        const index = ((row * 3 + column) * 10 + channel) * 20 + filter;
        expect(placeName(shape, index)).toBe(
          `la fila ${row}, la columna ${column}, el canal ${channel} y el filtro ${filter}`,
        );
      },
    ),
  );
  expect(placeName([50, 10], 123)).toBe("la entrada 12 y la salida 3");
  expect(placeName([10], 7)).toBe("la salida 7");
});

test("another group begins at its own place, and both are said", () => {
  const chooser = weightChooser([
    { name: "conv1/kernel", shape: [3, 3, 1, 10], first: 87 },
    { name: "fc2/bias", shape: [10], first: 4 },
  ]);
  expect(chooser.value).toEqual({ group: 0, index: 87 });
  const said: object[] = [];
  chooser.addEventListener("input", () => said.push(chooser.value));
  const select = chooser.querySelector("select")!;
  select.value = "1";
  select.dispatchEvent(new Event("change"));
  expect(said).toEqual([{ group: 1, index: 4 }]);
  expect(chooser.textContent).toContain("fc2/bias tiene 10 números, del 0 al 9. El 4 es");
});

test("the closest slope is marked; one that float32 took away, and a gradient of 0, are told too", () => {
  const rows = [
    { step: 1, slope: 2 },
    { step: 0.1, slope: 1.01 },
    { step: 1e-9, slope: NaN },
  ];
  expect(closest(rows, 1)).toBe(rows[1]);
  expect(slopeTable(rows, 1).textContent).toMatch(/✓ 1,0\s%/);
  expect(slopeTable(rows, 1).textContent).toContain("—");
  const still = [
    { step: 0.1, slope: 0.5 },
    { step: 0.01, slope: 0 },
  ];
  expect(closest(still, 0)).toBe(still[1]);
});

test("zero itself is written unlike very little", () => {
  const written = [0, -0, 0.0001, -0.0001, 1.5, -0.632, 12345, NaN].map(shortNumber);
  expect(written).toEqual(["0", "0", "0,000", "−0,000", "1,5", "−0,632", "1,2 · 10⁴", "—"]);
});
