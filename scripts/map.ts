// npm run map: where the reference run's last epoch puts the 10,000 test images, for «El mapa de las prendas»: their
// principal components and UMAP's picture of them, into src/reference/map.json and map.bin. Half a minute.
// Usage: npm run map -- [--seed 42]
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { readDataset } from "../data-loaders/readDataset.js";
import { loadNodeBackend } from "./training/nodeTrainer.js";
import { decodeReferenceRun, type ReferenceRunJson } from "../src/lib/files/referenceRun.js";
import { encodeReferenceMap } from "../src/lib/files/referenceMap.js";
import { lastHidden } from "../src/lib/network/instruments/lastHidden.js";
import { parseTopology } from "../src/lib/network/topology.js";
import { SHOWN_COMPONENTS } from "../src/training/inside/garmentPlaces.js";
import { InsidePrograms } from "../src/training/inside/insidePrograms.js";
import {
  layerComponents,
  projectedImages,
  rowsOf,
} from "../src/training/inside/projectedImages.js";
import { umapPositions } from "../src/training/inside/umapPositions.js";

const FOLDER = "src/reference";
const { values } = parseArgs({ options: { seed: { type: "string", default: "42" } } });
const umapSeed = Number(values.seed);
const startedAt = performance.now();

const json = JSON.parse(readFileSync(`${FOLDER}/run.json`, "utf8")) as ReferenceRunJson;
const { topology, checkpoint } = decodeReferenceRun(
  json,
  new Uint8Array(readFileSync(`${FOLDER}/weights.safetensors`)),
);
const { test: images } = await readDataset();
const layerName = lastHidden(parseTopology(topology));
const programs = new InsidePrograms(loadNodeBackend);
const look = { network: { topology, weights: checkpoint.weights }, images, layerName };
const projection = await layerComponents(programs, { ...look, count: SHOWN_COMPONENTS });
const { places, evaluation } = await projectedImages(programs, { ...look, projection });
const { values: given, columns } = rowsOf(
  await programs.activations(look.network, images, layerName),
);
const umap = umapPositions(given, {
  columns,
  seed: umapSeed,
  onRound(done, total) {
    if (done % 50 === 0) console.log(done === 0 ? "searching neighbours" : `${done} of ${total}`);
  },
});
const { json: described, bytes } = encodeReferenceMap(
  {
    count: images.count,
    components: projection.axes.length,
    places,
    umap,
    predictions: evaluation.predictions,
    confidences: evaluation.confidences,
    variances: projection.variances,
    totalVariance: projection.totalVariance,
  },
  {
    layer: layerName,
    provenance: {
      command: ["npm run map --", ...process.argv.slice(2)].join(" ").replace(/ --$/, ""),
      date: new Date().toISOString(),
      machine: `${cpus()[0]?.model ?? "?"}, Node ${process.versions.node}`,
      umapSeed,
      seconds: Math.round((performance.now() - startedAt) / 1000),
    },
  },
);
writeFileSync(`${FOLDER}/map.json`, `${JSON.stringify(described, null, 2)}\n`);
writeFileSync(`${FOLDER}/map.bin`, bytes);
console.log(`${FOLDER}/map.json and map.bin written (${bytes.length} bytes)`);
