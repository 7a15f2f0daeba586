// A run gone on with from one of its epochs: a run of its own, with its own name and rates.
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { test, visit } from "../support/browser.js";
import { button } from "../support/button.js";
import { names, rows, train } from "../support/experimentsPage.js";
import { storeContents } from "../support/storeContents.js";
import { setHyperparameters, trainingStatus } from "../support/trainingPage.js";
import { memorableName } from "../../../src/lib/run/runName.js";

/** The next id that the page draws. */
async function drawId(page: Page, { now, random }: { now: number; random: number }): Promise<void> {
  await page.evaluate(
    ([time, drawn]) => {
      Date.now = () => time;
      crypto.getRandomValues = (values) => {
        (values as unknown as Uint32Array)[0] = drawn;
        return values;
      };
    },
    [now, random] as const,
  );
}

describe("the page of experiments", () => {
  test("goes back to an epoch, and the run that goes on from there is the same to the bit", async ({
    open,
  }) => {
    const { page, problems } = await open("/entrenar");
    await train(page, { epochs: 3 });
    const [whole] = (await page.evaluate(storeContents)).runs;
    await visit(page, "/experimentos");
    await page.getByLabel("Época", { exact: true }).selectOption("1");
    await button(page, "Volver a esta época").click();
    await page.getByText("en pausa al final de la época 1").waitFor();
    await visit(page, "/entrenar");
    await page.getByText("quedó en la época 2 de 3").waitFor();
    await button(page, "Seguir donde estaba").click();
    await trainingStatus(page, "Entrenamiento terminado").waitFor();
    const { runs } = await page.evaluate(storeContents);
    expect(runs.map(({ weights }) => weights)).toEqual([whole!.weights, whole!.weights]);
    expect(runs.find(({ id }) => id !== whole!.id)).toMatchObject({ savedEpochs: [1, 2, 3] });
    expect(problems).toEqual([]);
  });

  test("goes back to an epoch without the rates set after it, and goes on with another", async ({
    open,
  }) => {
    const { page, problems } = await open("/entrenar");
    const rate = page.getByLabel("Tasa de aprendizaje desde aquí").filter({ visible: true });
    await setHyperparameters(page, { epochs: 2, trainImages: 1000 });
    await button(page, "Una época").click();
    await trainingStatus(page, "En pausa.").waitFor({ timeout: 60_000 });
    await rate.fill("0.05");
    await button(page, "Continuar").click();
    await trainingStatus(page, "Entrenamiento terminado").waitFor();
    await visit(page, "/experimentos");
    await button(page, "Volver a esta época").click();
    await page.getByText("en pausa al final de la época 1").waitFor();
    await visit(page, "/entrenar");
    await page.getByText("quedó en la época 2 de 2").waitFor();
    const marks = page.locator(".loss-changes text");
    expect(await marks.allTextContents()).toEqual([]);
    expect(await rate.inputValue()).toBe("0,001");
    await rate.fill("0.02");
    await button(page, "Seguir donde estaba").click();
    await trainingStatus(page, "Entrenamiento terminado").waitFor();
    expect(await marks.allTextContents()).toEqual(["tasa 0,02"]);
    expect(problems).toEqual([]);
  });

  test("gives a number to the name of a run that another run has", async ({ open }) => {
    const { page, problems } = await open("/entrenar");
    await train(page, { epochs: 2, trainImages: 200 });
    await visit(page, "/experimentos");
    const now = Date.now();
    const nameOf = (random: number) => memorableName(`${now.toString(36)}-${random.toString(36)}`);
    let twin = 1;
    while (nameOf(twin) !== nameOf(0)) twin++;
    for (const random of [0, twin]) {
      await drawId(page, { now, random });
      const before = await rows(page).count();
      await button(page, "Volver a esta época").click();
      await expect.poll(() => rows(page).count()).toBe(before + 1);
    }
    expect((await names(page)).sort()).toEqual(
      expect.arrayContaining([nameOf(0), `${nameOf(0)} (2)`]),
    );
    await button(page, `${nameOf(0)} (2)`).click();
    await page.getByRole("heading", { name: `${nameOf(0)} (2)` }).waitFor();
    expect(problems).toEqual([]);
  });
});
