import { describe, expect, test } from "vitest";
import {
  type BenchReport,
  benchSeconds,
  type BenchRow,
  engineOverTfjs,
  engineRow,
  parseBenchReport,
  tfjsRow,
} from "../../../src/lib/reports/benchReport.js";
import { defaultHyperparameters } from "../../../src/lib/run/hyperparameters.js";

const row = (contestant: string, threads: number, median: number): BenchRow => ({
  contestant,
  threads,
  msPerStep: { median, min: median, max: median },
  secondsPerEpoch: 3 * median,
  ratioToPyTorch: null,
});

const report: BenchReport = {
  machine: "one",
  date: "2026-01-01T00:00:00Z",
  command: "npm run bench",
  rows: [
    row("engine, Node", 1, 0.7),
    row("engine, Chromium", 1, 0.5),
    row("engine, Chromium", 2, 0.3),
    row("tfjs cpu, Chromium", 1, 200),
    row("tfjs wasm, Chromium", 1, 15),
  ],
};

describe("figures of a report", () => {
  test("the engine's row is the browser's, with the threads asked or the most", () => {
    expect(engineRow(report, 1)).toBe(report.rows[1]);
    expect(engineRow(report)).toBe(report.rows[2]);
    expect(engineRow(report, 4)).toBeUndefined();
    expect(engineRow({ ...report, rows: [] })).toBeUndefined();
  });

  test("tfjs is compared at its best, thread against thread", () => {
    expect(tfjsRow(report)).toBe(report.rows[4]);
    expect(engineOverTfjs(report)).toBe(30);
    expect(engineOverTfjs({ ...report, rows: report.rows.slice(0, 3) })).toBeUndefined();
  });

  test("a training takes its steps and its evaluations", () => {
    expect(benchSeconds(report, defaultHyperparameters)).toBeCloseTo(27, 10);
    const evaluationMs = { median: 100, min: 90, max: 200 };
    expect(benchSeconds({ ...report, evaluationMs }, defaultHyperparameters)).toBeCloseTo(30, 10);
    const trial = { ...defaultHyperparameters, epochs: 3, trainImages: 6000 };
    expect(benchSeconds({ ...report, evaluationMs }, trial)).toBeCloseTo(0.57, 10);
    expect(benchSeconds({ ...report, rows: [] }, defaultHyperparameters)).toBeUndefined();
  });
});

describe("parseBenchReport", () => {
  test("takes a sound report as it is", () => {
    expect(parseBenchReport(JSON.parse(JSON.stringify(report)))).toEqual(report);
  });

  test.each([
    ["nothing", null, `text "machine"`],
    ["no date", { ...report, date: undefined }, `text "date"`],
    ["no rows", { ...report, rows: [] }, `"rows"`],
    ["a time of zero", { ...report, rows: [row("PyTorch", 1, 0)] }, "msPerStep of PyTorch"],
    ["a row without times", { ...report, rows: [{ contestant: "x" }] }, "msPerStep of x"],
  ])("refuses %s", (_, value, message) => {
    expect(() => parseBenchReport(value)).toThrow(message);
  });
});
