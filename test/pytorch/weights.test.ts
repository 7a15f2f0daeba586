// A trained network's file, loaded into the same network in PyTorch: it says the same of the same images. With branches,
// separable convolutions and batch normalization. Skipped where no python3 has PyTorch (Debian: python3-torch).
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readDataset } from "../../data-loaders/readDataset.js";
import { findPython } from "../../scripts/findPython.js";
import { runToSafetensors } from "../../src/lib/files/runToSafetensors.js";
import { firstImages } from "../../src/lib/dataset/dataset.js";
import { networkTopology } from "../../src/lib/network/networkTopology.js";
import * as tf from "../../src/lib/network/tf.js";
import { defaultHyperparameters } from "../../src/lib/run/hyperparameters.js";
import { createEngineTrainer } from "../../src/training/engine/engineTrainer.js";
import { newRun } from "../../src/training/worker/newRun.js";

const COUNT = 20;

function branchedTopology(): string {
  const image = tf.input({ shape: [28, 28, 1] });
  const chain = (layers: tf.layers.Layer[], from: tf.SymbolicTensor) =>
    layers.reduce((value, layer) => layer.apply(value) as tf.SymbolicTensor, from);
  const { batchNormalization, conv2d, dense, depthwiseConv2d, leakyReLU, reLU } = tf.layers;
  const same = { kernelSize: 3, padding: "same" } as const;
  const first = chain(
    [
      conv2d({ name: "conv", filters: 4, useBias: false, ...same }),
      batchNormalization({ name: "norm" }),
      reLU(),
    ],
    image,
  );
  const way = chain([depthwiseConv2d({ name: "sola", ...same }), leakyReLU({ alpha: 0.1 })], first);
  const sum = tf.layers.add({ name: "suma" }).apply([way, first]) as tf.SymbolicTensor;
  const outputs = chain(
    [
      tf.layers.separableConv2d({ name: "doble", filters: 6, kernelSize: 3, strides: 2 }),
      tf.layers.globalAveragePooling2d({}),
      dense({ name: "fc", units: 10 }),
    ],
    sum,
  );
  return networkTopology(tf.model({ inputs: image, outputs }));
}

const PROGRAM = `
import json, struct, sys, torch
from torch import nn
from torch.nn import functional as F
raw = open("pesos.safetensors", "rb").read()
size = struct.unpack("<Q", raw[:8])[0]
header = json.loads(raw[8:8 + size])
header.pop("__metadata__", None)
def tensor(of):
    first, end = of["data_offsets"]
    data = bytearray(raw[8 + size + first:8 + size + end])
    return torch.frombuffer(data, dtype=torch.float32).reshape(of["shape"])
class Doble(nn.Module):
    def __init__(self):
        super().__init__()
        self.depthwise = nn.Conv2d(4, 4, 3, stride=2, groups=4, bias=False)
        self.pointwise = nn.Conv2d(4, 6, 1)
    def forward(self, x):
        return self.pointwise(self.depthwise(x))
class Red(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 4, 3, padding=1, bias=False)
        self.norm = nn.BatchNorm2d(4, eps=1e-3)
        self.sola = nn.Conv2d(4, 4, 3, padding=1, groups=4)
        self.doble = Doble()
        self.fc = nn.Linear(6, 10)
    def forward(self, x):
        x = F.relu(self.norm(self.conv(x)))
        x = F.leaky_relu(self.sola(x), 0.1) + x
        return F.log_softmax(self.fc(self.doble(x).mean((2, 3))), 1)
red = Red().eval()
missing, unexpected = red.load_state_dict({n: tensor(of) for n, of in header.items()}, strict=False)
assert set(missing) <= {"norm.num_batches_tracked"} and not unexpected, (missing, unexpected)
images = torch.tensor(list(open("imagenes", "rb").read())).reshape(-1, 1, 28, 28) / 255
print(json.dumps(red(images).flatten().tolist()))
`;

const python = findPython();
const missing = python === undefined ? " (no python3 with torch: skipped)" : "";

test.skipIf(python === undefined)(`PyTorch says the same with the file${missing}`, async () => {
  const folder = mkdtempSync(join(tmpdir(), "weights-"));
  try {
    const { train, test: all } = await readDataset();
    const images = firstImages(all, COUNT);
    const hyperparameters = { ...defaultHyperparameters, trainImages: 2000, learningRate: 0.05 };
    const run = await newRun(hyperparameters, branchedTopology());
    const { topology, checkpoint: state } = run;
    const trainer = await createEngineTrainer({ topology, hyperparameters, train, state });
    await trainer.runSteps(0, 60);
    Object.assign(run.checkpoint, await trainer.readState());
    const { logProbabilities } = await trainer.predict(images);
    trainer.dispose();
    writeFileSync(join(folder, "pesos.safetensors"), await runToSafetensors(run));
    writeFileSync(join(folder, "imagenes"), images.images);
    const { stdout, stderr, status } = spawnSync(python!, ["-c", PROGRAM], {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, OMP_NUM_THREADS: "1" },
    });
    expect(status, stderr).toBe(0);
    const theirs = JSON.parse(stdout) as number[];
    expect(theirs).toHaveLength(10 * COUNT);
    theirs.forEach((value, i) => {
      expect(value).toBeCloseTo(logProbabilities[i]!, 4);
    });
    expect(new Set(theirs.map((value) => value.toFixed(2))).size).toBeGreaterThan(20); // it has learnt
  } finally {
    rmSync(folder, { recursive: true });
  }
});
