import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { lastLines } from "../../scripts/seeds/lastLines.js";
import { openSeedFile } from "../../scripts/seeds/seedFile.js";
import { parseSeeds } from "../../scripts/seeds/seedOptions.js";
import { seedTable } from "../../scripts/seeds/seedTable.js";
import { sideBySide } from "../../scripts/seeds/sideBySide.js";
import type { SeedRun } from "../../src/lib/reports/seedReport.js";

const run = (seed: number, testAccuracy = 0.88): SeedRun => ({
  seed,
  testAccuracy,
  loss: 0.3,
  testLoss: 0.35,
  seconds: 60,
});

describe("parseSeeds", () => {
  test("PyTorch takes the first of the seeds", () => {
    expect(parseSeeds({ seeds: "7,8,9", epochs: "30", pytorch: "2" })).toEqual({
      seeds: [7, 8, 9],
      epochs: 30,
      pytorchSeeds: [7, 8],
    });
  });

  test.each([
    [{ seeds: "1,x" }, `--seeds: whole numbers from 0 on expected, "x" found`],
    [{ seeds: "1,,2" }, `--seeds: whole numbers from 0 on expected, "" found`],
    [{ seeds: "1,1" }, "--seeds: each seed once expected, 1,1 found"],
    [{ epochs: "0" }, `--epochs: whole numbers from 1 on expected, "0" found`],
    [{ pytorch: "3" }, "--pytorch: 2 at most, one a seed, 3 found"],
  ])("refuses %o", (wrong, message) => {
    expect(() => parseSeeds({ seeds: "1,2", epochs: "1", pytorch: "0", ...wrong })).toThrow(
      message,
    );
  });
});

describe("the file of the seeds", () => {
  let path: string;
  const open = (changes: { epochs?: number; again?: boolean } = {}) =>
    openSeedFile(path, { epochs: 30, again: false, machine: "one", command: "run", ...changes });
  beforeEach(() => {
    path = join(mkdtempSync(join(tmpdir(), "seeds-")), "seeds.json");
  });

  test("goes on from the runs that it holds", () => {
    open().add("engine", run(2));
    const file = open();
    expect([1, 2].map((seed) => file.has("engine", seed))).toEqual([false, true]);
    expect(file.has("pytorch", 2)).toBe(false);
    file.add("engine", run(1));
    file.add("pytorch", run(2));
    const written = JSON.parse(readFileSync(path, "utf8")) as typeof file.report;
    expect(written.engine.map(({ seed }) => seed)).toEqual([1, 2]);
    expect(written.pytorch).toEqual([run(2)]);
    expect(written.epochs).toBe(30);
    expect(existsSync(`${path}.new`)).toBe(false);
  });

  test("does not mix runs of different lengths, unless all are made again", () => {
    open().add("engine", run(1));
    expect(() => open({ epochs: 1 })).toThrow("holds runs of 30 epochs, 1 asked");
    const file = open({ epochs: 1, again: true });
    expect(file.has("engine", 1)).toBe(false);
    file.add("engine", run(3));
    expect(open({ epochs: 1 }).report.engine).toEqual([run(3)]);
  });
});

test("jobs go so many at once; a failure stops no other and is told", async () => {
  let [running, most] = [0, 0];
  const done: number[] = [];
  const jobs = [0, 1, 2, 3, 4].map((number) => async () => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, 5));
    running--;
    if (number === 1) throw new Error("the second fails");
    done.push(number);
  });
  await expect(sideBySide(jobs, 2)).rejects.toThrow("the second fails");
  expect(done).toEqual([0, 2, 3, 4]);
  expect(most).toBe(2);
});

describe("lastLines", () => {
  const node = (script: string, count: number) =>
    lastLines(process.execPath, ["-e", script], count);

  test("gives the last lines, parsed", async () => {
    expect(await node("for (let i = 0; i < 9; i++) console.log(i)", 2)).toEqual([7, 8]);
  });

  test("tells a program that fails or says too little", async () => {
    await expect(node("console.log(1); process.exitCode = 3", 1)).rejects.toThrow("code 3");
    await expect(node("console.log(1)", 2)).rejects.toThrow("2 lines");
    await expect(lastLines("/no/such/program", [], 1)).rejects.toThrow("ENOENT");
  });
});

test("the table gives mean, deviation and range of those who took part", () => {
  const report = {
    machine: "one",
    date: "2026-01-02T03:04:05Z",
    command: "npm run seeds",
    epochs: 30,
    engine: [run(1, 0.87), run(2, 0.89)],
    pytorch: [],
  };
  const table = seedTable(report);
  expect(table).toContain(
    "| engine | 2 | 0.300 ± 0.000 (0.300–0.300) | 0.350 ± 0.000 (0.350–0.350) | 88.00 ± 1.41 (87.00–89.00) |",
  );
  expect(table).toContain("30 epochs each. one, 2026-01-02, `npm run seeds`.");
  expect(table).not.toContain("PyTorch");
  expect(seedTable({ ...report, pytorch: [run(1)] })).toContain("| PyTorch | 1 | 0.300 (0.300");
});
