import { readReport } from "../../data-loaders/readReport.js";
import { parseBenchReport } from "../lib/reports/benchReport.js";

process.stdout.write(JSON.stringify(readReport("bench/results/latest.json", parseBenchReport)));
