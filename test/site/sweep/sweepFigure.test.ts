// The figure of a sweep, drawn as wide as a phone and as a desk, with as many values as a plan may have.
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { reload, test } from "../support/browser.js";
import { resize } from "../support/layout.js";
import { writeSweep } from "./writeSweep.js";
import { offeredNetworks } from "../../../src/lib/network/offeredNetworks.js";
import { defaultHyperparameters } from "../../../src/lib/run/hyperparameters.js";
import type { RunRecord } from "../../../src/lib/run/runRecord.js";
import { expandSweep, type Sweep } from "../../../src/lib/sweep/sweep.js";
import type { SweepAxis } from "../../../src/lib/sweep/sweepAxis.js";

/** The finished sweep of these values; `diverged` says of which of its runs nothing came. */
function finished(
  axes: SweepAxis[],
  { seeds, diverged }: { seeds: number[]; diverged: (index: number) => boolean },
): { sweep: Sweep; runs: RunRecord[] } {
  const plan = { base: defaultHyperparameters, axes, seeds };
  const all = expandSweep(plan);
  const runIds = all.map((_, i) => `s-${i}`);
  const runs = all.map(({ hyperparameters }, i) => {
    const group = Math.floor(i / seeds.length) * seeds.length;
    const isPoor = seeds.some((_, k) => diverged(group + k)); // what is left of it learns nothing
    const testAccuracy = i === 0 ? 1 : isPoor ? 0.1 : [0.1, 0.8437, 0.8512, 0.1][i % 4]!;
    return {
      id: runIds[i]!,
      version: 1,
      sweepId: "s",
      hyperparameters,
      topology,
      engine: [],
      status: diverged(i) ? "diverged" : "finished",
      createdAt: i,
      updatedAt: i,
      epochs: [{ epoch: 1, loss: 1, testLoss: 1, testAccuracy, seconds: 1 }],
      batch: 1,
      hasEvaluation: false,
      savedEpochs: [],
      detailBytes: 0,
      epochBytes: 0,
    } satisfies RunRecord;
  });
  return { sweep: { ...plan, id: "s", createdAt: 1, status: "finished", runIds }, runs };
}

/**
 * The pairs of texts in the figure of which one covers the other, and those that stand out of it. Looked for and measured
 * at once: the page draws it again each time that it learns that nothing is kept of a run.
 */
function misplacedTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const figure = document.querySelector(".plot-with-data svg[role=img]");
    if (!figure) return ["no figure"];
    const frame = figure.getBoundingClientRect();
    const texts = [...figure.querySelectorAll("text")]
      .filter(({ textContent }) => textContent.trim() !== "")
      .map((text) => ({
        text: text.textContent,
        box: text.getBoundingClientRect(),
        isAslant: /rotate\(-45/.test(text.getAttribute("transform") ?? ""),
      }));
    const out = texts.filter(
      ({ box }) =>
        box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1,
    );
    const cover = (one: (typeof texts)[number], other: (typeof texts)[number]) => {
      const [a, b] = [one.box, other.box];
      if (one.isAslant && other.isAslant) return Math.abs(a.right - b.right) < 12 * Math.SQRT2;
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      return across > 1 && down > 3; // the boxes are of lines, taller than their letters
    };
    const covered = texts.flatMap((one, i) =>
      texts
        .slice(i + 1)
        .filter((other) => cover(one, other))
        .map((other) => `${one.text} / ${other.text}`),
    );
    return [...covered, ...out.map(({ text }) => `${text} stands out`)];
  });
}

const rates = [0.0001, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10];
const learningRate = (count: number): SweepAxis => ({
  name: "learningRate",
  values: rates.slice(0, count),
});
const batchSize = (...values: number[]): SweepAxis => ({ name: "batchSize", values });

const topology = offeredNetworks.find(({ id }) => id === "densa")!.topology(0)!;

describe("no text of a sweep's figure covers another one", () => {
  test.for<[string, SweepAxis[], number[]]>([
    ["5 × 2 values", [learningRate(5), batchSize(20, 50)], [1, 2]],
    ["2 × 5 values", [batchSize(20, 50), learningRate(5)], [1, 2]],
    ["4 × 5 values", [learningRate(4), batchSize(5, 10, 20, 50, 100)], [1, 2, 3]],
    ["10 × 6 values", [learningRate(10), batchSize(5, 10, 20, 50, 100, 1000)], [1]],
    ["2 values", [learningRate(2)], [1, 2, 3]],
    ["5 values", [learningRate(5)], [1, 2, 3, 4]],
    ["10 values", [learningRate(10)], [1, 2]],
  ])("with %s", async ([, axes, seeds], { open }) => {
    const { page, problems } = await open("/barrido", { viewport: { width: 390, height: 800 } });
    const diverged = (index: number) => index % 7 === 3;
    await page.evaluate(writeSweep, finished(axes, { seeds, diverged }));
    await reload(page);
    await expect.poll(() => misplacedTexts(page)).toEqual([]);
    await resize(page, 1280);
    await expect.poll(() => misplacedTexts(page)).toEqual([]);
    expect(problems).toEqual([]);
  });
});
