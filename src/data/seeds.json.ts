import { readReport } from "../../data-loaders/readReport.js";
import { parseSeedReport } from "../lib/reports/seedReport.js";

process.stdout.write(JSON.stringify(readReport("src/reference/seeds.json", parseSeedReport)));
