import { readReport } from "../../data-loaders/readReport.js";
import { parseLoadReport } from "../lib/reports/loadReport.js";

process.stdout.write(JSON.stringify(readReport("bench/results/load.json", parseLoadReport)));
