import { expect, test } from "vitest";
import { describeArrival } from "../../../src/components/bench/arrivalTable.js";
import { type PageArrival, parseLoadReport } from "../../../src/lib/reports/loadReport.js";

const page: PageArrival = {
  page: "evaluar",
  performance: 99,
  accessibility: 100,
  bestPractices: 100,
  seo: 100,
  firstScreenMs: 1600,
  settledMs: 1900,
  layoutShift: 0,
  blockingMs: 13,
  requests: 11,
  kilobytes: 34,
  secondMs: 420,
};
const report = { machine: "m", date: "2026-11-30", command: "npm run bench:load", pages: [page] };

test("a report without its pages is refused, and says so", () => {
  expect(parseLoadReport(report)).toBe(report);
  expect(() => parseLoadReport({ ...report, pages: undefined })).toThrow("pages missing");
});

test("the sentence tells the worst of all pages, each figure by itself", () => {
  const slow = { ...page, page: "entrenar", firstScreenMs: 2140, requests: 9, kilobytes: 69 };
  const sentence = describeArrival({ ...report, pages: [page, slow] });
  expect(sentence).toContain("en 2,1 s");
  expect(sentence).toContain("más de 11 archivos");
  expect(sentence).toContain("más de 69 kB");
});
