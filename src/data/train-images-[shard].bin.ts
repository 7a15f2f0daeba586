import { parseArgs } from "node:util";
import { writePacked } from "../../data-loaders/writePacked.js";
import { shardName } from "../lib/dataset/packedFiles.js";

const { values } = parseArgs({ options: { shard: { type: "string", default: "" } } });
await writePacked(shardName(values.shard));
