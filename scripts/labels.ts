// npm run labels: which labels of the data set are in doubt, by the reference network and by those who have looked
// before; and which images are there twice. Takes a few seconds.
// Usage: npm run labels -- [--count 40] [--out src/reference/labels.json]
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { duplicates } from "./labels/duplicates.js";
import { nodeTrainer } from "./training/nodeTrainer.js";
import { readDataset } from "../data-loaders/readDataset.js";
import { decodeReferenceWeights, type ReferenceRunJson } from "../src/lib/files/referenceRun.js";
import type { ImageSet } from "../src/lib/dataset/dataset.js";
import type { DoubtfulImage, LabelReport } from "../src/lib/reports/labelReport.js";
import { evaluationOf } from "../src/training/loop/predictions.js";
import type { InspectableTrainer } from "../src/training/loop/trainer.js";

/** Of the 64 that Müller and Markert list (arXiv:1912.05283, table 7), those that they show in the open. */
const PUBLISHED = {
  source: "https://github.com/zalandoresearch/fashion-mnist/issues/166",
  indices: [16691, 28264, 33982, 40513, 42018, 45592],
};

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "40" },
    out: { type: "string", default: "src/reference/labels.json" },
  },
});
const { train, test } = await readDataset();
const images = await byLoss(train);
const report: LabelReport = {
  machine: `${cpus()[0]?.model ?? "?"}, Node ${process.versions.node}`,
  date: new Date().toISOString(),
  command: ["npm run labels --", ...process.argv.slice(2)].join(" "),
  greatestLoss: images.slice(0, Number(values.count)),
  published: {
    source: PUBLISHED.source,
    images: PUBLISHED.indices.map((index) => images.find((image) => image.index === index)!),
  },
  duplicates: duplicates(train, test),
};
writeFileSync(values.out, `${JSON.stringify(report, null, 2)}\n`);
console.log(`${values.out} written`);

/** All of them, the one that the reference network believes least first. */
async function byLoss(set: ImageSet): Promise<DoubtfulImage[]> {
  const run = JSON.parse(readFileSync("src/reference/run.json", "utf8")) as ReferenceRunJson;
  const weights = decodeReferenceWeights(readFileSync("src/reference/weights.safetensors"));
  const trainer = (await nodeTrainer("engine")({
    topology: run.topology,
    hyperparameters: run.hyperparameters,
    train: set,
    state: { weights, velocities: [] },
  })) as InspectableTrainer;
  const found = await trainer.predict(set);
  trainer.dispose();
  const { predictions, confidences } = evaluationOf(found, set.labels);
  return Array.from(set.labels, (label, index) => ({
    index,
    label,
    prediction: predictions[index]!,
    confidence: Math.round(1000 * confidences[index]!) / 1000,
    loss: Math.round(1000 * found.losses[index]!) / 1000,
    rank: 0,
  }))
    .sort((a, b) => b.loss - a.loss || a.index - b.index)
    .map((image, place) => ({ ...image, rank: place + 1 }));
}
