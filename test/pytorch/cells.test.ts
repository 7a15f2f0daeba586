// The cells folded as «En PyTorch», in the order in which they are read, are one program, and it learns.
// They run with a python3 that has PyTorch and Matplotlib (Debian: python3-torch, python3-matplotlib), on
// real images but few; skipped elsewhere.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import config from "../../observablehq.config.js";
import { readDataset } from "../../data-loaders/readDataset.js";
import { findPython } from "../../scripts/findPython.js";
import { type ImageSet, PIXELS } from "../../src/lib/dataset/dataset.js";
import { toPyTorch } from "../../src/lib/files/pytorchLayout.js";
import { readWeights } from "../../src/lib/network/namedWeights.js";
import { createNetwork } from "../../src/lib/network/network.js";
import { flattenedShapes } from "../../src/lib/network/networkFromTopology.js";

const FOLDED =
  /<details class="pytorch">\n<summary>En PyTorch<\/summary>\n[^]*?```python\n([^]*?)```\n\n<\/details>/g;
const addresses = config.pages.flatMap(({ pages }) => pages);
const cells = addresses.flatMap(({ path }) =>
  [...readFileSync(`src${path}.md`, "utf8").matchAll(FOLDED)].map(([, code]) => ({
    path,
    code: code!,
  })),
);

/** One thread: with so small batches more of them only wait for each other. */
const PYTHON = { PYTHONPATH: import.meta.dirname, OMP_NUM_THREADS: "1" };
/** What the cells do not say, and the test asks for. */
const PREFACE =
  "import torchvisionStandIn, torch, matplotlib\nmatplotlib.use('Agg')\ntorch.manual_seed(1)\n";
const LAST = `
import json
shapes = {name: list(weight.shape) for name, weight in red.state_dict().items()}
print(json.dumps({"before": inicial, "after": exactitud(red, cargador_prueba), "shapes": shapes}))
`;
/** Of the network as it is born. */
const BEFORE_TRAINING = "inicial = exactitud(red, cargador_prueba)\n";

test("the cells in PyTorch have seven lines at most, as wide as the column", () => {
  expect(cells.length).toBeGreaterThan(15);
  for (const { path, code } of cells) {
    const lines = code.trimEnd().split("\n");
    expect.soft(lines.length, `${path}\n${code}`).toBeLessThanOrEqual(7);
    for (const line of lines) expect.soft(line.length, line).toBeLessThanOrEqual(76);
  }
});

const python = findPython();
const canPlot = python !== undefined && spawnSync(python, ["-c", "import matplotlib"]).status === 0;
const missing = canPlot ? "" : " (no python3 with torch and matplotlib: skipped)";

test.skipIf(!canPlot)(`read in order they are one program, which learns${missing}`, async () => {
  const folder = mkdtempSync(join(tmpdir(), "cells-"));
  try {
    const { train, test: all } = await readDataset();
    write(folder, "train", train, 680); // with 30 epochs, just over the thousand batches of a point
    write(folder, "test", all, 200);
    const training = cells.findIndex(({ path }) => path === "/entrenar");
    const program = cells.map(({ code }, i) => (i === training ? BEFORE_TRAINING + code : code));
    writeFileSync(join(folder, "cells.py"), [PREFACE, ...program, LAST].join("\n"));
    const { stdout, stderr, status } = spawnSync(python!, ["cells.py"], {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, ...PYTHON, FASHION_MNIST_RAW: folder },
    });
    expect(status, stderr).toBe(0);
    const { before, after, shapes } = JSON.parse(stdout.trim().split("\n").at(-1)!) as Results;
    expect(before).toBeLessThan(0.25);
    expect(after).toBeGreaterThan(0.4);
    expect(shapes).toEqual(await shapesOfOurs()); // so that a downloaded model loads into it
  } finally {
    rmSync(folder, { recursive: true });
  }
});

interface Results {
  /** Accuracies, 0–1. */
  before: number;
  after: number;
  /** Of the state_dict. */
  shapes: Record<string, number[]>;
}

function write(folder: string, name: string, { images, labels }: ImageSet, count: number): void {
  writeFileSync(join(folder, `${name}.images`), images.subarray(0, count * PIXELS));
  writeFileSync(join(folder, `${name}.labels`), labels.subarray(0, count));
}

async function shapesOfOurs(): Promise<Record<string, number[]>> {
  const network = createNetwork();
  const tensors = toPyTorch(await readWeights(network), flattenedShapes(network));
  network.dispose();
  return Object.fromEntries(Object.entries(tensors).map(([name, { shape }]) => [name, [...shape]]));
}
