import { describe, expect, test } from "vitest";
import { goalTable, reportMarkdown, rowTable } from "../../bench/resultTables.js";
import type { BenchReport } from "../../src/lib/reports/benchReport.js";

const origin = {
  machine: "a processor, 2 cores",
  date: "2026-11-24T10:00:00.000Z",
  command: "npm run bench -- --json",
};
const rows: BenchReport["rows"] = [
  {
    contestant: "engine, Chromium",
    threads: 2,
    secondsPerEpoch: 1.26,
    ratioToPyTorch: 7.104,
    msPerStep: { median: 0.42, min: 0.401, max: 0.5 },
  },
  {
    contestant: "tfjs cpu, Chromium",
    threads: 1,
    secondsPerEpoch: 600,
    ratioToPyTorch: null,
    msPerStep: { median: 200, min: 190, max: 230 },
  },
];

test("rowTable writes a line a contestant, a dash where there is nothing to compare with", () => {
  expect(rowTable(rows).split("\n").slice(2)).toEqual([
    "| engine, Chromium | 2 | 0.42 (0.40–0.50) | 1.3 | 7.10 |",
    "| tfjs cpu, Chromium | 1 | 200.00 (190.00–230.00) | 600.0 | – |",
  ]);
});

describe("goalTable", () => {
  test("sets what was reached beside what was to be reached", () => {
    const table = goalTable({
      ...origin,
      rows,
      ratios: [{ name: "2 threads against 1", value: 1.534, goal: 1.5 }],
      evaluationMs: { median: 210.4, min: 200, max: 222 },
      liveFigures: {
        ratio: { median: 1.0123, min: 0.99, max: 1.04 },
        processorShare: { median: 0.0312, min: 0.028, max: 0.041 },
        longTasks: [52, 61],
      },
    });
    expect(table.split("\n").slice(2)).toEqual([
      "| 2 threads against 1 | at least 1.5 × | 1.53 × |",
      "| evaluation of 10,000 images, 1 thread | at most 500 ms | 210 (200–222) ms |",
      "| training time with the live figures against without | at most 1.05 × | 1.012 (0.990–1.040) × |",
      "| processor time of the live figures, of all the cores' while it trains | at most 5 % | 3.1 (2.8–4.1) % |",
      "| tasks of the page over 50 ms while it trains | none | 2, the longest 61 ms |",
    ]);
  });

  test("is empty where nothing of it was measured", () => {
    expect(goalTable({ ...origin, rows })).toBe("");
  });
});

test("rowTable names the fastest PyTorch where the report has it", () => {
  const [first, second] = rows.map((row, i) => (i === 0 ? { ...row, peer: "PyTorch 2.6" } : row));
  const lines = rowTable([first!, second!]).split("\n").slice(2);
  expect(lines[0]).toMatch(/ 7\.10 \| PyTorch 2\.6 \|$/);
  expect(lines[1]).toMatch(/ – \| – \|$/);
});

test("goalTable tells limits and the evaluation of another network", () => {
  const table = goalTable({
    ...origin,
    rows,
    ratios: [{ name: "with normalization", value: 1.7, goal: 1.8, isLimit: true }],
    networks: [
      { network: "wide", rows: [], evaluationMs: { median: 1400, min: 1300, max: 1600 } },
      { network: "deep", rows: [] },
    ],
  });
  expect(table.split("\n").slice(2)).toEqual([
    "| with normalization | at most 1.8 × | 1.70 × |",
    "| wide: evaluation of 10,000 images, 1 thread | at most 1500 ms | 1400 (1300–1600) ms |",
  ]);
});

test("reportMarkdown names the machine and the command, and leaves out what was not measured", () => {
  const markdown = reportMarkdown({ ...origin, rows, networks: [{ network: "other", rows: [] }] });
  expect(markdown).toContain("a processor, 2 cores");
  expect(markdown).toContain("2026-11-24, with `npm run bench -- --json`");
  expect(markdown).not.toMatch(/other|goal|kernel/);
});

test("reportMarkdown tells how large a batch of another network is, and its kernels", () => {
  const kernels = [{ kernel: "conv forward", microseconds: 5, gflops: 10 }];
  const networks = [{ network: "deep", batchSize: 50, rows, kernels }];
  const parts = reportMarkdown({ ...origin, rows, networks, peakGflops: 40 }).split("\n\n");
  const title = "**deep**, 50 images a batch";
  expect(parts.filter((part) => part === title)).toHaveLength(2);
  expect(parts.at(-1)).toContain("| conv forward |");
});
