import { readReport } from "../../data-loaders/readReport.js";
import { parseExperimentReport } from "../lib/reports/experimentReport.js";

process.stdout.write(
  JSON.stringify(readReport("src/reference/experiments/summary.json", parseExperimentReport)),
);
