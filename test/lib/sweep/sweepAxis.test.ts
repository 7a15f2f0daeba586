import { expect, test } from "vitest";
import { sweepNetwork } from "../../../src/lib/sweep/sweep.js";
import {
  axisExample,
  axisHelp,
  axisNames,
  axisValueText,
  parseAxisValues,
} from "../../../src/lib/sweep/sweepAxis.js";
import { plan } from "./sweepPlan.js";

test("all can be tried but the seed, and what a run is judged by", () => {
  expect(axisNames).toEqual(
    expect.arrayContaining(["network", "flip", "optimizer", "classWeights"]),
  );
  expect(axisNames).not.toContain("seed");
  expect(axisNames).not.toContain("validationImages");
  expect(sweepNetwork(plan)).toBe("original");
});

test.each(axisNames)("what the values of %s are written as is read back as them", (name) => {
  const example = axisExample(name) ?? "1; 2";
  const values = parseAxisValues(name, example);
  expect(values.length).toBeGreaterThan(1);
  if (name !== "classWeights") {
    const texts = values.map((value) => axisValueText(name, value));
    expect(parseAxisValues(name, texts.join(" ; "))).toEqual(values);
  }
  expect(axisHelp(name)).toMatch(/^Separad[oa]s por «;»/);
});

test("names are read whatever their capitals, and what is none comes as it was typed", () => {
  expect(parseAxisValues("optimizer", "sgd; ADAM; rms")).toEqual(["sgd", "adam", "rms"]);
  expect(parseAxisValues("flip", "No; sí")).toEqual([false, true]);
  expect(parseAxisValues("network", "con 16 filtros; otra")).toEqual(["16-filtros", "otra"]);
  expect(parseAxisValues("classWeights", "1111112111;")).toEqual(["1111112111"]);
});
