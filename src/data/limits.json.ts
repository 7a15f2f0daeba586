import { readReport } from "../../data-loaders/readReport.js";
import { parseLimitsReport } from "../lib/reports/limitsReport.js";

process.stdout.write(JSON.stringify(readReport("src/reference/limits.json", parseLimitsReport)));
