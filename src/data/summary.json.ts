import { readDataset } from "../../data-loaders/readDataset.js";
import { summary } from "../../data-loaders/summary.js";

process.stdout.write(JSON.stringify(summary(await readDataset())));
