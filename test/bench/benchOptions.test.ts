import { expect, test } from "vitest";
import { parseBenchOptions, startsWithOneOf } from "../../bench/benchOptions.js";

test("parseBenchOptions measures everything unless it is told otherwise", () => {
  const everything = { networks: true, evaluation: true, kernels: true, site: true };
  expect(parseBenchOptions([])).toEqual({
    ...everything,
    rounds: 9,
    json: false,
    only: [],
    network: [],
  });
});

test("parseBenchOptions skips parts and picks contestants by the beginning of their names", () => {
  const args = ["--rounds", "2", "--only", "engine, Chromium", "--only", "PyTorch", "--skip-site"];
  expect(parseBenchOptions(args)).toMatchObject({
    rounds: 2,
    site: false,
    kernels: true,
    only: ["engine, Chromium", "PyTorch"],
  });
});

test.each(["0", "1.5", "many"])("parseBenchOptions refuses %s rounds", (rounds) => {
  expect(() => parseBenchOptions(["--rounds", rounds])).toThrow(`${rounds} found`);
});

test("startsWithOneOf takes all names where no beginnings are given", () => {
  expect(startsWithOneOf("PyTorch 2.6", [])).toBe(true);
  expect(startsWithOneOf("PyTorch 2.6", ["engine", "PyTorch"])).toBe(true);
  expect(startsWithOneOf("tfjs", ["engine", "PyTorch"])).toBe(false);
});
