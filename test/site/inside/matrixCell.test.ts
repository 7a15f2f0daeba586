// *Evaluar*: a cell of the confusion matrix opens its images, and one of them the network from inside.
import { expect } from "vitest";
import { test } from "../support/browser.js";
import { button } from "../support/button.js";

test("a cell opens its images by keyboard, more of them once all are here, and one of them from inside", async ({
  open,
}) => {
  const { page, problems } = await open("/evaluar");
  const row = page.locator(".confusion-matrix tbody tr").nth(6); // shirts
  const cells = row.getByRole("button");
  expect(await cells.count()).toBe(10);
  await cells.nth(1).focus();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Space");
  await row
    .getByRole("button", {
      name: "139 imágenes de Camisa tomadas por Camiseta/top (13,9 %).",
      pressed: true,
    })
    .waitFor();
  const caption = page.getByText(/^Camisa que la red llama Camiseta\/top: 139 en total/);
  await caption.waitFor();
  const images = page.locator("figure", { has: caption }).locator(".result-grid a");
  const atFirst = await images.count();
  expect(atFirst).toBeGreaterThan(0);
  await button(page, "Descargar las 10.000 imágenes (4,4 MB)").click();
  await page.getByText("cada casilla enseña las suyas").waitFor();
  await page.getByText("aquí 139 entre las 10.000").waitFor();
  expect(await images.count()).toBe(20);
  const name = (await images.first().getAttribute("aria-label"))!;
  expect(name).toContain("la red dice Camiseta/top");
  await images.first().click();
  await page.waitForURL(/por-dentro\.html#imagen=\d+/);
  await page.getByText(/Camisa\. La red dice Camiseta\/top \(\d+\s%\): error/).waitFor();
  expect(problems).toEqual([]);
});

test("the temperature changes the confidence of all answers once they are computed", async ({
  open,
}) => {
  const { page, problems } = await open("/evaluar");
  await button(page, "Calcular las probabilidades (4,4 MB)").click();
  await page.getByText("Con temperatura 1,00, el error de calibración es 0,9").waitFor();
  const slider = page.getByRole("slider", { name: "Temperatura" });
  await slider.fill("3");
  await page.getByText("Con temperatura 3,00").waitFor();
  expect(problems).toEqual([]);
});
