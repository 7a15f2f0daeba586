// What the page of limits says in words holds in the figures that `npm run limits` wrote, and those are of the reference
// run and of what its code computes today.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readDataset } from "../../data-loaders/readDataset.js";
import { createTrainer } from "../../scripts/answers/trainInNode.js";
import { type ChangeName, imageChanges } from "../../src/lib/dataset/changes/imageChanges.js";
import { countClasses } from "../../src/lib/dataset/dataset.js";
import { decodeReferenceRun, type ReferenceRunJson } from "../../src/lib/files/referenceRun.js";
import { accuracyAmong, curveOf, parseLimitsReport } from "../../src/lib/reports/limitsReport.js";
import { parsePermalink, permalinkQuery } from "../../src/lib/run/permalink.js";
import { weightsSha256 } from "../../src/lib/run/weightsSha256.js";
import { limitCurves } from "../../src/training/inside/limits/limitCurves.js";
import type { InspectableTrainer } from "../../src/training/loop/trainer.js";

const page = readFileSync("src/limites.md", "utf8");
const report = parseLimitsReport(JSON.parse(readFileSync("src/reference/limits.json", "utf8")));
const [reference, augmented] = report.networks;
const run = decodeReferenceRun(
  JSON.parse(readFileSync("src/reference/run.json", "utf8")) as ReferenceRunJson,
  readFileSync("src/reference/weights.safetensors"),
);
const at = (network: typeof reference, change: ChangeName, amount: number) =>
  accuracyAmong(curveOf(network!, change), amount, report.classCounts);
/** Of a class, 0–1. */
const classAt = (change: ChangeName, amount: number, classIndex: number) =>
  curveOf(reference!, change).points.find((point) => point.amount === amount)!.correct[
    classIndex
  ]! / 1000;

test("the curves are the reference run's, all of them, and begin with its accuracy", async () => {
  expect(reference).toMatchObject({ id: "reference", hyperparameters: run.hyperparameters });
  expect(reference!.weightsSha256).toBe(await weightsSha256(run.checkpoint.weights));
  for (const { name, none, measured } of imageChanges) {
    expect(curveOf(reference!, name).points.map(({ amount }) => amount)).toEqual(measured);
    expect(at(reference, name, none)).toBe(run.history.epochs.at(-1)!.testAccuracy);
  }
  expect(page).toContain("La red acierta casi nueve de cada diez imágenes de prueba");
  expect(at(reference, "turn", 0)).toBeGreaterThan(0.88);
  expect(at(reference, "turn", 0)).toBeLessThan(0.9);
});

test("of a change measured again come the same counts", async () => {
  const { test: set } = await readDataset();
  expect(report.classCounts).toEqual(countClasses(set));
  const trainer = (await createTrainer({
    topology: run.topology,
    hyperparameters: run.hyperparameters,
    train: set,
    state: { weights: run.checkpoint.weights, velocities: [] },
  })) as InspectableTrainer;
  const noise = imageChanges.find(({ name }) => name === "noise")!;
  const changes = [{ ...noise, measured: [0, 30] }];
  const [curve] = await limitCurves((images) => trainer.predict(images), set, { changes });
  trainer.dispose();
  const known = curveOf(reference!, "noise").points;
  expect(curve!.points).toEqual(known.filter(({ amount }) => amount === 0 || amount === 30));
});

test("the page's link asks for the training that the other curves are of", () => {
  const query = permalinkQuery({ hyperparameters: augmented!.hyperparameters });
  expect(query).toBe("espejo=si&desplazamiento=2&borrado=0.25");
  const { permalink, refused } = parsePermalink(query);
  expect({ refused, ...permalink.hyperparameters }).toEqual({
    refused: [],
    ...augmented!.hyperparameters,
  });
});

test("a turn costs more than a shift, and 180 degrees less than 90, for the dresses' sake", () => {
  expect(at(reference, "turn", 30)).toBeLessThan(at(reference, "right", 3) / 2);
  expect(at(reference, "turn", -30)).toBeGreaterThan(at(reference, "turn", 30));
  expect(page).toContain("más de la mitad de la diferencia está en el calzado");
  const shoes = [5, 7, 9].map((c) => classAt("turn", -30, c) - classAt("turn", 30, c));
  const all = 10 * (at(reference, "turn", -30) - at(reference, "turn", 30));
  expect(shoes.reduce((sum, difference) => sum + difference)).toBeGreaterThan(0.5 * all);
  expect(at(reference, "turn", 180)).toBeGreaterThan(2 * at(reference, "turn", 90));
  expect(classAt("turn", 180, 3)).toBeGreaterThan(0.5);
});

test("a little noise or blur costs next to nothing, the negative all; one class gains by noise", () => {
  expect(at(reference, "noise", 20)).toBeGreaterThan(at(reference, "noise", 0) - 0.02);
  expect(at(reference, "blur", 0.6)).toBeGreaterThan(at(reference, "blur", 0) - 0.02);
  expect(at(reference, "invert", 1)).toBeLessThan(0.2);
  expect(classAt("noise", 80, 6)).toBeGreaterThan(classAt("noise", 0, 6));
});

test("augmentation bears a shift, pays for it without one, and helps with neither turn, noise nor FGSM", () => {
  expect(at(augmented, "right", 3)).toBeGreaterThan(at(reference, "right", 3) + 0.2);
  expect(page).toContain("Y lo paga: sin ningún cambio baja del ");
  expect(at(augmented, "right", 0)).toBeLessThan(at(reference, "right", 0));
  for (const degrees of [-90, -45, 45, 90])
    expect(at(augmented, "turn", degrees)).toBeLessThan(0.2);
  expect(at(augmented, "noise", 50)).toBeLessThan(at(reference, "noise", 50) - 0.1);
  expect(page).toContain("Tampoco el aumento de datos protege: esa red cae igual de fácil.");
  expect(augmented!.fooling.median).toBeLessThanOrEqual(reference!.fooling.median + 1);
  expect(reference!.fooling.median).toBeLessThanOrEqual(20);
});
