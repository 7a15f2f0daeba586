import { readReport } from "../../data-loaders/readReport.js";
import { parseLabelReport } from "../lib/reports/labelReport.js";

process.stdout.write(JSON.stringify(readReport("src/reference/labels.json", parseLabelReport)));
