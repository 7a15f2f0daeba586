import { expect, test } from "vitest";
import { groupPoints } from "../../../../src/components/inside/map/mapColours.js";
import { initialMap, mapMachine } from "../../../../src/components/inside/map/mapMachine.js";

const names = ["Camiseta", "Pantalón", "Jersey"];
const known = {
  labels: Uint8Array.of(0, 1, 2, 2),
  predictions: Uint8Array.of(0, 1, 2, 0),
  confidences: Float32Array.of(0.3, 0.5, 0.95, 1),
};

test("by class and by prediction each point is in the group of its own", () => {
  const byClass = groupPoints("class", known, names);
  expect([...byClass.of]).toEqual([0, 1, 2, 2]);
  expect(byClass.groups.map(({ name, count }) => [name, count])).toEqual([
    ["Camiseta", 1],
    ["Pantalón", 1],
    ["Jersey", 2],
  ]);
  expect([...groupPoints("prediction", known, names).of]).toEqual([0, 1, 2, 0]);
});

test("by result right and wrong differ in shape too", () => {
  const { groups, of } = groupPoints("result", known, names);
  expect([...of]).toEqual([0, 0, 0, 1]);
  expect(groups.map(({ name }) => name)).toEqual(["Acierto", "Error"]);
  expect(groups[0]!.shape).not.toBe(groups[1]!.shape);
});

test("by confidence a step begins where the one before ends", () => {
  const { groups, of } = groupPoints("confidence", known, names);
  expect([...of]).toEqual([0, 1, 3, 4]);
  expect(groups.map(({ name }) => name.replaceAll("\u00a0", " "))).toEqual([
    "Menos del 50 %",
    "Del 50 % al 70 %",
    "Del 70 % al 90 %",
    "Del 90 % al 99 %",
    "99 % o más",
  ]);
});

test("other colours are other groups: none of them is called for", () => {
  const called = mapMachine(initialMap(7), { type: "called", group: 2 });
  expect(called).toMatchObject({ called: 2, chosen: 7 });
  expect(mapMachine(called, { type: "coloured", mode: "result" })).toMatchObject({
    mode: "result",
    called: undefined,
    chosen: 7,
  });
});
