// What axe-core finds on a page as it stands.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
  "utf8",
);

// The sidebar's switch must stand beside the sidebar for Framework's style sheet to find it, so no
// landmark can hold it (a best practice; no success criterion of WCAG asks for it).
const accepted = ["region: #observablehq-sidebar-toggle"];

/** One line for each element that breaks a rule: the rule, the element, what axe says. */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const results = await page.evaluate(() =>
    (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  const lines = results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => {
      const summary = (failureSummary ?? "").split("\n").slice(1).join(" ").trim();
      return `${id}: ${target.join(" ")}: ${summary}`;
    }),
  );
  return lines.filter((line) => !accepted.some((start) => line.startsWith(`${start}:`)));
}
