import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readDataset } from "../../../data-loaders/readDataset.js";
import { loadNodeBackend } from "../../../scripts/training/nodeTrainer.js";
import {
  decodeReferenceMap,
  encodeReferenceMap,
  type ReferenceMapJson,
} from "../../../src/lib/files/referenceMap.js";
import { decodeReferenceRun, type ReferenceRunJson } from "../../../src/lib/files/referenceRun.js";
import { InsidePrograms } from "../../../src/training/inside/insidePrograms.js";
import { layerComponents, projectedImages } from "../../../src/training/inside/projectedImages.js";

const file = (name: string) => readFileSync(`src/reference/${name}`);
const json = (name: string): unknown => JSON.parse(file(name).toString());
const bytes = (name: string) => new Uint8Array(file(name));

test("a map comes back from its two files within the last of its 16 bits", () => {
  const map = {
    count: 3,
    components: 2,
    places: Float32Array.of(-1, 5, 0.25, 6, 2, 7.5),
    umap: Float32Array.of(0, 1, 2, 3, 4, -5),
    predictions: Uint8Array.of(9, 0, 4),
    confidences: Float32Array.of(1, 0.2, 0.5),
    variances: [2, 1],
    totalVariance: 4,
  };
  const provenance = { command: "", date: "", machine: "", umapSeed: 1, seconds: 1 };
  const encoded = encodeReferenceMap(map, { layer: "fc1", provenance });
  const decoded = decodeReferenceMap(encoded.json, encoded.bytes);
  expect(decoded).toMatchObject({ count: 3, components: 2, variances: [2, 1], totalVariance: 4 });
  expect(decoded.ranges).toEqual([
    [-1, 2],
    [5, 7.5],
  ]);
  expect(decoded.umapRanges[1]).toEqual([-5, 3]);
  expect(decoded.predictions).toEqual(map.predictions);
  for (const name of ["places", "umap"] as const) {
    map[name].forEach((value, i) => {
      expect(decoded[name][i]).toBeCloseTo(value, 3);
    });
  }
  map.confidences.forEach((value, i) => {
    expect(decoded.confidences[i]).toBeCloseTo(value, 2);
  });
  expect(() => decodeReferenceMap(encoded.json, encoded.bytes.subarray(1))).toThrow();
});

test("the committed map is the reference run's: its components and its predictions", async () => {
  const described = json("map.json") as ReferenceMapJson;
  const map = decodeReferenceMap(described, bytes("map.bin"));
  const run = decodeReferenceRun(
    json("run.json") as ReferenceRunJson,
    bytes("weights.safetensors"),
  );
  const { test: images } = await readDataset();
  const network = { topology: run.topology, weights: run.checkpoint.weights };
  const look = { network, images, layerName: described.layer };
  const programs = new InsidePrograms(loadNodeBackend);
  const projection = await layerComponents(programs, { ...look, count: map.components });
  const { places, evaluation } = await projectedImages(programs, { ...look, projection });
  const steps = map.ranges.map(([low, high]) => (high - low) / 65_535);
  const worst = places.reduce(
    (most, value, i) =>
      Math.max(most, Math.abs(value - map.places[i]!) / steps[i % map.components]!),
    0,
  );
  expect(worst).toBeLessThan(1);
  expect(evaluation.predictions).toEqual(map.predictions);
  expect(map.predictions).toEqual(run.evaluation!.predictions);
  expect(new Set(map.umap).size).toBeGreaterThan(5_000);
});
