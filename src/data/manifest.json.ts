import { manifest } from "../../data-loaders/manifest.js";
import { readDataset } from "../../data-loaders/readDataset.js";

process.stdout.write(JSON.stringify(manifest(await readDataset())));
