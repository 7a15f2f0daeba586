import { parseArgs } from "node:util";
import { writeFont } from "../../scripts/fonts/writeFont.js";

const { values } = parseArgs({ options: { face: { type: "string", default: "" } } });
writeFont(values.face);
