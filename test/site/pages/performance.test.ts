// The page of performance: the reader measures the engine, and sees that it computes what tfjs does.
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { test } from "../support/browser.js";
import { focusedText } from "../support/focusedText.js";
import fingerprint from "../../../src/reference/fingerprint.json" with { type: "json" };

const LIMIT_MS = 180_000;

const panel = (page: Page, name: string) => page.getByRole("group", { name });
const measuring = (page: Page) => panel(page, "Medir el motor aquí");
const comparing = (page: Page) => panel(page, "Comparar los dos motores");
const button = (place: ReturnType<typeof panel>, name: string | RegExp) =>
  place.getByRole("button", { name });

/** The cells of a row of a table, in order. */
async function cells(page: Page, region: string, row: string): Promise<string[]> {
  const place = page.getByRole("region", { name: region });
  return place.getByRole("row", { name: row }).locator("td").allTextContents();
}

describe("measuring the engine here", () => {
  test("by keyboard: one thread and several, and the bits of the repository", async ({ open }) => {
    const { page, problems } = await open("/rendimiento");
    await page.getByText("Aquí aparecerá tu medida").waitFor();
    await button(measuring(page), /^Medir el motor aquí/).focus();
    await page.keyboard.press("Enter");
    await measuring(page)
      .getByText(/Midiendo: \d+ de \d+ vueltas/)
      .waitFor({ timeout: LIMIT_MS });
    await measuring(page)
      .getByText(/✓ Medido: \d+,\d\d ms/)
      .waitFor({ timeout: LIMIT_MS });
    expect(await focusedText(page)).toBe("Medir otra vez");

    const steps = await cells(page, "Tu medida", "Un paso");
    expect(steps.length).toBeGreaterThanOrEqual(1);
    for (const step of steps) expect(step).toMatch(/^\d+,\d\d ms$/);
    const [images] = await cells(page, "Tu medida", "Imágenes por segundo");
    const ms = Number(steps[0]!.replace(",", ".").replace(" ms", ""));
    expect(Number(images!.replaceAll(".", "")) * ms).toBeCloseTo(20_000, -3);

    const bits = page.locator(".bits-note");
    const shown = `${fingerprint.weightsSha256.slice(0, 16)}…`;
    for (const line of await bits.locator("li").allTextContents()) {
      expect(line).toContain(shown);
      expect(line).toContain("✓ la misma");
    }
    expect(await bits.locator("li").count()).toBeGreaterThanOrEqual(1); // one core: one line
    expect(problems).toEqual([]);
  });

  test("it can be cancelled and begun again", async ({ open }) => {
    const { page, problems } = await open("/rendimiento");
    await button(measuring(page), /^Medir el motor aquí/).click();
    await button(measuring(page), "Cancelar").click();
    await measuring(page).getByText("Medida cancelada.").waitFor();
    await button(measuring(page), /^Medir el motor aquí/).click();
    await measuring(page).getByText("✓ Medido").waitFor({ timeout: LIMIT_MS });
    expect(problems).toEqual([]);
  });

  test("a lost connection is told, and another try goes on", async ({ open }) => {
    const { page } = await open("/rendimiento");
    await page.context().route(/_file\/data\/train-images-0\./, (route) => route.abort());
    await button(measuring(page), /^Medir el motor aquí/).click();
    await measuring(page)
      .getByText("No se ha podido descargar «train-images-0»")
      .waitFor({ timeout: LIMIT_MS });
    await page.context().unroute(/_file\/data\/train-images-0\./);
    await button(measuring(page), "Reintentar").click();
    await measuring(page).getByText("✓ Medido").waitFor({ timeout: LIMIT_MS });
  });
});

describe("¿Es el mismo cálculo?", () => {
  test("fifty steps in both differ by rounding", async ({ open }) => {
    const { page, problems } = await open("/rendimiento");
    await button(comparing(page), /^Comparar los dos motores/).click();
    await comparing(page)
      .getByText(/Paso \d+ de 50 · quedan \d+ s/)
      .waitFor({ timeout: LIMIT_MS });
    await comparing(page).getByText("✓ Comparados 50 pasos.").waitFor({ timeout: LIMIT_MS });
    await page.getByText("Es el mismo cálculo, redondeado de otra manera").waitFor();
    const [difference, share] = await cells(page, "Diferencias", "Pesos");
    expect(difference).toMatch(/^\d,\d · 10⁻[⁵⁶⁷⁸⁹]$/);
    expect(share).toContain("de lo que se han movido");
    const chart = page.getByRole("img", { name: "Diferencia entre los dos motores en 50 pasos" });
    expect(await chart.count()).toBe(1);
    expect(problems).toEqual([]);
  });

  test("it can be cancelled", async ({ open }) => {
    const { page, problems } = await open("/rendimiento");
    await button(comparing(page), /^Comparar los dos motores/).click();
    await button(comparing(page), "Cancelar").click();
    await comparing(page).getByText("Comparación cancelada.").waitFor();
    expect(problems).toEqual([]);
  });
});
