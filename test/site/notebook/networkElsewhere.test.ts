// Pages that stay open while the reader changes the network in another tab: they offer what there is,
// and train it.
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { openTab, reload, test } from "../support/browser.js";
import { button } from "../support/button.js";
import { cell, edit, run } from "../support/cells.js";
import { storeContents } from "../support/storeContents.js";
import { waitForStatus } from "../support/trainingPage.js";

const options = (page: Page) => page.locator("#red option").allTextContents();

/** Runs the network with so many neurons in its dense layer, and waits until it is saved. */
async function makeNetwork(other: Page, neurons: number): Promise<void> {
  await run(await edit(other, "network", (code) => code.replace("units: 50", `units: ${neurons}`)));
  await other.waitForFunction(
    (text) => localStorage.getItem("red-convolucional /cuaderno/red/ red")?.includes(text),
    `"units":${neurons}`,
  );
}

const restoreNetwork = (other: Page) =>
  cell(other, "network").getByRole("button", { name: "Restaurar" }).click();

describe("the network that the reader changes in another tab", () => {
  test("comes to the open page of training and leaves it, and nothing else moves", async ({
    open,
  }) => {
    const { page, problems } = await open("/entrenar");
    await page.selectOption("#red", "densa");
    await page.fill("#hiperparametro-learningRate", "0,02");
    const other = await openTab(page, "/definir-la-red");
    await makeNetwork(other, 51);
    await expect.poll(() => options(page)).toContain("La tuya");
    expect(await page.inputValue("#red")).toBe("densa");

    await page.selectOption("#red", "tuya");
    const dropout = page.locator("#hiperparametro-dropoutRate");
    expect(await dropout.isDisabled()).toBe(true);
    await restoreNetwork(other);
    await page.getByRole("status").getByText("Tu red ya no está").waitFor();
    expect(await page.inputValue("#red")).toBe("original");
    expect(await options(page)).not.toContain("La tuya");
    expect(await dropout.isDisabled()).toBe(false);
    expect(await page.inputValue("#hiperparametro-learningRate")).toBe("0,02");

    await page.selectOption("#red", "densa");
    await page.getByText("Tu red ya no está").waitFor({ state: "detached" });
    expect(problems).toEqual([]);
  });

  test("is there on a page that was kept for the way back, which no other tab tells", async ({
    open,
  }) => {
    const { page, problems } = await open("/entrenar");
    await page.evaluate(() => {
      localStorage.setItem("red-convolucional /cuaderno/red/ red", "{}");
      dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })); // as the browser does
    });
    expect(await options(page)).toContain("La tuya");
    expect(await page.inputValue("#red")).toBe("original");
    expect(problems).toEqual([]);
  });

  test("is what a sweep trains that starts then, and one that had started keeps its own", async ({
    open,
  }) => {
    const { page, problems } = await open("/barrido");
    await page.fill("#barrido-valores-1", "0,001; 0,01");
    const other = await openTab(page, "/definir-la-red");
    await makeNetwork(other, 51);
    await expect.poll(() => options(page)).toContain("La tuya");
    expect(await page.getByText("aquí podrás elegir también la tuya").isVisible()).toBe(false);
    expect(await page.inputValue("#red")).toBe("original");
    expect(await page.inputValue("#barrido-valores-1")).toBe("0,001; 0,01");

    await page.selectOption("#red", "tuya");
    await page.selectOption("#barrido-hiperparametro-2", "");
    await page.fill("#barrido-semillas", "1");
    await page.fill("#barrido-epocas", "1");
    await page.fill("#barrido-imagenes", "2000");
    await page.fill("#barrido-validacion", "0");
    await makeNetwork(other, 52);
    await button(page, "Empezar el barrido").click();
    await makeNetwork(other, 53);
    await waitForStatus(page, "Barrido terminado: 2 entrenamientos");
    const { runs } = await page.evaluate(storeContents);
    expect(runs.map(({ network }) => network)).toEqual(["tuya", "tuya"]);
    for (const { topology } of runs) expect(topology).toContain('"units":52');

    await restoreNetwork(other);
    await page.getByRole("status").getByText("Tu red ya no está").waitFor();
    expect(await page.inputValue("#red")).toBe("original");
    const dropout = page.locator("#barrido-hiperparametro-1 option[value=dropoutRate]");
    expect(await dropout.getAttribute("disabled")).toBeNull();
    await reload(page);
    expect(await page.inputValue("#red")).toBe("original");
    expect(problems).toEqual([]);
  });
});
