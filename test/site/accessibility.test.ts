// axe-core on every page, by day and by night, on a laptop's window and on a phone's.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { test } from "./browser.js";
import { sitePages } from "./sitePages.js";

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
  "utf8",
);

describe.each([...sitePages, "/404"])("page %s", (path) => {
  test.for([
    { colorScheme: "light", viewport: { width: 1280, height: 800 } },
    { colorScheme: "dark", viewport: { width: 390, height: 844 } },
  ] as const)(
    "breaks no rule of axe ($colorScheme, $viewport.width px)",
    async (options, { open }) => {
      const { page } = await open(path, options);
      expect(await violations(page)).toEqual([]);
    },
  );
});

// The sidebar's switch must stand beside the sidebar for Framework's style sheet to find it, so no
// landmark can hold it (a best practice; no success criterion of WCAG asks for it).
const accepted = ["region: #observablehq-sidebar-toggle"];

/** One line for each element that breaks a rule: the rule, the element, what axe says. */
async function violations(page: Page): Promise<string[]> {
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
