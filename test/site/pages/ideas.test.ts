// Ideas para mejorar: what the reader bets is asked first, and kept; then comes what is measured, with its links.
import { readFileSync } from "node:fs";
import { expect } from "vitest";
import { parseExperimentReport } from "../../../src/lib/reports/experimentReport.js";
import { button } from "../support/button.js";
import { reload, test } from "../support/browser.js";

const { rows } = parseExperimentReport(
  JSON.parse(readFileSync("src/reference/experiments/summary.json", "utf8")),
);

test("the table of the ideas waits for a bet, which is kept", async ({ open }) => {
  const { page, problems } = await open("/ideas-para-mejorar");
  const table = page.getByRole("region", { name: "Las ideas, con 30 épocas" });
  await page.getByRole("radio", { name: "30" }).check();
  await expect.poll(() => page.getByText("Aquí saldrá lo medido").count()).toBe(1);
  expect(await table.count()).toBe(0);
  await page.getByLabel("La que más ayudará").selectOption("Espejo");
  await button(page, "Apostar y ver la tabla").click();
  const links = table.getByRole("link");
  const wanted = rows.filter(({ part, epochs }) => part === "ideas" && epochs === 30);
  const queries = wanted.flatMap(({ runs, query }) => runs[0]?.query ?? query ?? []);
  await expect
    .poll(() => links.evaluateAll((all) => all.map((link) => link.getAttribute("href"))))
    .toEqual(queries.map((query) => `./entrenar.html?${query}`));
  await reload(page);
  await expect.poll(() => page.getByText("Apostaste por «Espejo».").count()).toBe(1);
  expect(problems).toEqual([]);
});
