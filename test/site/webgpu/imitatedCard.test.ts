// A graphics card that the processor imitates, chosen by hand: it computes a step, and the reader is told that it is slow.
import { expect } from "vitest";
import { needAdapter, test } from "./softwareAdapter.js";
import { button } from "../support/button.js";

test("a graphics card that the processor imitates computes if it is chosen by hand, with a word that it is slow", async ({
  open,
  skip,
}) => {
  const { page, problems } = await open("/entrenar?epocas=1&imagenes=100");
  await needAdapter(page, skip);
  await page.getByLabel("Comparar motores").selectOption("webgpu");
  await button(page, "Un paso").click();
  await page.getByText("la imita el procesador").waitFor({ timeout: 120_000 });
  await page.locator(".step-figure").waitFor({ timeout: 120_000 });
  expect(await page.getByText("Se entrena con el motor propio").count()).toBe(0);
  expect(problems).toEqual([]);
});
