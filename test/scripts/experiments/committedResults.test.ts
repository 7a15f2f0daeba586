// What the repository holds of the experiments belongs together: the summary is of the plan and of the files beside it.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readDataset } from "../../../data-loaders/readDataset.js";
import { expandPlan, plan } from "../../../scripts/experiments/plan.js";
import { readResults, resultFileName, SUMMARY } from "../../../scripts/experiments/resultFile.js";
import { summarizeExperiments } from "../../../scripts/experiments/summarizeExperiments.js";
import { parseExperimentReport } from "../../../src/lib/reports/experimentReport.js";

const FOLDER = "src/reference/experiments";

test("the summary is what the results of the plan give: else `npm run experiments -- --summarize`", async () => {
  expect(existsSync(FOLDER)).toBe(true);
  const dataset = await readDataset();
  const { duplicates } = JSON.parse(readFileSync("src/reference/labels.json", "utf8")) as {
    duplicates: { shared: number };
  };
  expect(duplicates.shared).toBe(0); // so that no test image is left out of the summary
  const results = readResults(FOLDER, expandPlan(plan));
  const report = summarizeExperiments(plan, results, { ...dataset, shared: new Set() });
  const summary: unknown = JSON.parse(readFileSync(`${FOLDER}/${SUMMARY}`, "utf8"));
  expect(summary).toEqual(JSON.parse(JSON.stringify(report)));
});

test("no result is of a run that the plan does not have", () => {
  const known = expandPlan(plan).map(resultFileName);
  expect([...known, SUMMARY]).toEqual(expect.arrayContaining(readdirSync(FOLDER)));
});

test("all that helped, together, is what the verdicts with ten epochs tell from the original", () => {
  const { rows } = parseExperimentReport(
    JSON.parse(readFileSync(`${FOLDER}/${SUMMARY}`, "utf8")) as unknown,
  );
  const helpful = rows.filter(
    ({ id, epochs, result }) =>
      epochs === 10 && id !== "all-that-helped" && (result?.verdict?.interval?.[0] ?? 0) > 0,
  );
  expect(helpful.map(({ id }) => id)).toEqual([
    "difficult-twice", // and without one of the classes, which helps less
    "difficult-twice-without-pullover",
    "normalization",
  ]);
  const recipeOf = (id: string) => plan.find((variant) => variant.id === id)!.recipe!;
  expect(recipeOf("all-that-helped")).toEqual({
    ...recipeOf("normalization"),
    ...recipeOf("difficult-twice"),
  });
});
