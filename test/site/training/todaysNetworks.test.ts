// A residual network in the browser, from the form to the instruments: no page falls back or fails for its branches.
import { expect } from "vitest";
import { test, visit } from "../support/browser.js";
import { button } from "../support/button.js";
import { waitForStatus } from "../support/trainingPage.js";

test("a residual network is trained by the engine and looked into", async ({ open }) => {
  const { page, problems } = await open("/entrenar?red=residual&epocas=1&imagenes=200&tasa=0.01");
  expect(await page.inputValue("#red")).toBe("residual");
  await button(page, "Entrenar").click();
  await waitForStatus(page, "Entrenamiento terminado");
  expect(await page.getByText("Se entrena con TensorFlow.js").count()).toBe(0);
  await visit(page, "/por-dentro#capa=suma1");
  await page.getByText("Se suman").waitFor();
  await visit(page, "/en-que-se-fija#capa=suma1");
  await visit(page, "/definir-la-red");
  expect(problems).toEqual([]);
});
