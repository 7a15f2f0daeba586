// The network that a sweep trains: one of those offered, or the reader's own.
import { describe, expect } from "vitest";
import { reload, test } from "../support/browser.js";
import { button } from "../support/button.js";
import { storeContents } from "../support/storeContents.js";
import { waitForStatus } from "../support/trainingPage.js";
import { plan } from "./sweepPage.js";

describe("a sweep", () => {
  test("of one of the offered networks trains it with each rate of dropout", async ({ open }) => {
    const { page, problems } = await open("/barrido");
    await page.selectOption("#red", "densa");
    await page.selectOption("#barrido-hiperparametro-1", "dropoutRate");
    await page.selectOption("#barrido-hiperparametro-2", "");
    await plan(page, {
      "valores-1": "0,2; 0,5",
      semillas: "3",
      epocas: "1",
      imagenes: "2000",
    });
    await button(page, "Empezar el barrido").click();
    await waitForStatus(page, "Barrido terminado: 2 entrenamientos");
    const { runs } = await page.evaluate(storeContents);
    expect(runs.map(({ network }) => network)).toEqual(["densa", "densa"]);
    expect(runs.map(({ layerDropout }) => layerDropout).sort()).toEqual([0.2, 0.5]);
    expect(new Set(runs.map(({ weights }) => weights)).size).toBe(2);
    expect(problems).toEqual([]);
  });

  test("says whose network it trains, and has no rate of dropout with the reader's", async ({
    open,
  }) => {
    const { page, problems } = await open("/barrido");
    await page.getByText("aquí podrás elegir también la tuya").waitFor();
    expect(await page.getByLabel("Red", { exact: true }).inputValue()).toBe("original");
    await page.evaluate(() => {
      localStorage.setItem("red-convolucional /cuaderno/red/ red", "{}");
    });
    await reload(page);
    const network = page.getByLabel("Red", { exact: true });
    const dropout = page.locator("#barrido-hiperparametro-1 option[value=dropoutRate]");
    expect(await network.inputValue()).toBe("tuya");
    expect(await dropout.getAttribute("disabled")).not.toBeNull();
    await network.selectOption("original");
    expect(await dropout.getAttribute("disabled")).toBeNull();
    await reload(page);
    expect(await network.inputValue()).toBe("original");
    await page.evaluate(() => {
      localStorage.setItem("red-convolucional /cuaderno/red/ red", '{"another": 1}');
    });
    await reload(page);
    expect(await network.inputValue()).toBe("tuya");
    expect(problems).toEqual([]);
  });
});
