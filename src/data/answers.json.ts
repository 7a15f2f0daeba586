import { readReport } from "../../data-loaders/readReport.js";
import { parseAnswersReport } from "../lib/reports/answersReport.js";

process.stdout.write(JSON.stringify(readReport("src/reference/answers.json", parseAnswersReport)));
