import { describe, expect, test } from "vitest";
import {
  describeClassLuck,
  parseSeedReport,
  type SeedRun,
  summarizeSeeds,
} from "../../../src/lib/reports/seedReport.js";

const run = (seed: number, testAccuracy: number): SeedRun => ({
  seed,
  testAccuracy,
  loss: 0.3,
  testLoss: 0.35,
  seconds: 60,
});

describe("summarizeSeeds", () => {
  test("mean, the sample's standard deviation and the range", () => {
    const summary = summarizeSeeds([run(1, 0.87), run(2, 0.88), run(3, 0.89)], "testAccuracy");
    expect(summary).toMatchObject({ count: 3, min: 0.87, max: 0.89 });
    expect(summary.mean).toBeCloseTo(0.88, 12);
    expect(summary.deviation).toBeCloseTo(0.01, 12);
  });

  test("a single run has no deviation", () => {
    expect(summarizeSeeds([run(1, 0.5)], "testAccuracy").deviation).toBeNaN();
  });

  test("no run is refused", () => {
    expect(() => summarizeSeeds([], "loss")).toThrow("at least one run");
  });
});

describe("parseSeedReport", () => {
  const report = {
    machine: "one",
    date: "2026-01-01T00:00:00Z",
    command: "npm run seeds",
    epochs: 30,
    engine: [run(1, 0.88)],
    pytorch: [],
  };

  test("takes a sound report as it is", () => {
    expect(parseSeedReport(JSON.parse(JSON.stringify(report)))).toEqual(report);
  });

  test.each([
    ["nothing", null, `"epochs"`],
    ["no list of PyTorch's", { ...report, pytorch: undefined }, `"pytorch"`],
    ["a run that diverged", { ...report, engine: [{ ...run(1, 0.1), loss: null }] }, `"engine"`],
  ])("refuses %s", (_, value, message) => {
    expect(() => parseSeedReport(value)).toThrow(message);
  });
});

describe("describeClassLuck", () => {
  const names = ["Bota", "Capa", "Gorro"];
  const of = (seed: number, classAccuracy: number[]) => ({ ...run(seed, 0.8), classAccuracy });

  test("tells the two classes that the seeds move most, the widest first", () => {
    const engine = [of(1, [0.9, 0.5, 0.7]), of(2, [0.91, 0.8, 0.6])];
    const report = { machine: "", date: "", command: "", epochs: 1, engine, pytorch: [] };
    expect(describeClassLuck(report, names)).toContain(
      "2 semillas dieron capa, entre 50,0 y 80,0\u00a0%; gorro, entre 60,0 y 70,0\u00a0%.",
    );
  });

  test("gives no figure where no seeds have been run", () => {
    expect(describeClassLuck(undefined, names)).not.toMatch(/\d/);
  });
});
