import { parseArgs } from "node:util";
import { writePacked } from "../../data-loaders/writePacked.js";

const { values } = parseArgs({ options: { shard: { type: "string", default: "" } } });
await writePacked(`train-images-${values.shard}`);
