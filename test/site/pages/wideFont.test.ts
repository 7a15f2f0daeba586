// Every page once more on a machine that has a single wide font: the layout may not hang on the system's.
import { expect, inject } from "vitest";
import { launchChromium } from "../../../scripts/launchChromium.js";
import { testIn, visit } from "../support/browser.js";
import { button } from "../support/button.js";
import { hiddenColumnsPx, widerThanWindow } from "../support/layout.js";
import { sitePages } from "../support/sitePages.js";
import { waitForStatus } from "../support/trainingPage.js";
import { wideFontEnvironment } from "../support/wideFont.js";

const WIDTHS = [360, 1024, 1280];

const test = testIn(async () =>
  launchChromium(inject("chromiumPath"), [], await wideFontEnvironment()),
);

test("the machine has one font, and it is wide", async ({ open }) => {
  const { page } = await open("/glosario");
  const widths = await page.evaluate(() => {
    const pen = document.createElement("canvas").getContext("2d")!;
    return ["serif", "sans-serif", "monospace"].map((family) => {
      pen.font = `100px ${family}`;
      return [pen.measureText("m").width, pen.measureText("i").width];
    });
  });
  for (const width of widths.flat()) expect(width).toBeCloseTo(70, 0);
});

test.for(sitePages)("page %s stays inside any window", async (path, { open }) => {
  const { page } = await open(path, { viewport: { width: WIDTHS[0]!, height: 800 } });
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    await expect.poll(() => widerThanWindow(page), { message: `${width} px` }).toEqual([]);
  }
});

test("all columns of the table of runs are seen from a tablet's width on", async ({ open }) => {
  const { page } = await open("/experimentos", { viewport: { width: 1280, height: 800 } });
  await page
    .locator("#archivo-entrenamientos")
    .setInputFiles("test/fixtures/f8331c5/runs.corridas.gz");
  const columnsFit = async (runs: number) => {
    await expect.poll(() => page.locator(".run-table tbody tr").count()).toBe(runs);
    for (const width of [1280, 1024]) {
      await page.setViewportSize({ width, height: 800 });
      await expect.poll(() => hiddenColumnsPx(page), { message: `${width} px` }).toBe(0);
    }
  };
  await columnsFit(3);
  const validation = page.getByRole("columnheader", { name: /validación/ });
  expect(await validation.count()).toBe(0);
  await visit(page, "/entrenar?epocas=1&imagenes=1000&validacion=200");
  await button(page, "Entrenar").click();
  await waitForStatus(page, "Entrenamiento terminado");
  await visit(page, "/experimentos");
  await validation.waitFor();
  await columnsFit(4);
});
