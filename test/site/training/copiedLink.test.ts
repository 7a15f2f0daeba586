// Links that the page gives: to the form as it is set, and to a run, which has the same weights elsewhere.
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { type OpenedPage, siteUrl, test, visit } from "../support/browser.js";
import { button } from "../support/button.js";

const query = "?tasa=0.01&epocas=1&imagenes=2000&semilla=7";
/** As the page writes it: in the order of the form. */
const ordered = "?epocas=1&tasa=0.01&semilla=7&imagenes=2000";

/** Trains what the page is set to, to the end; returns the fingerprint of the weights. */
async function train(page: Page): Promise<string> {
  await button(page, "Entrenar").click();
  await page.locator(".run-link code").last().waitFor({ timeout: 120_000 });
  return (await page.locator(".run-link p code").last().textContent())!;
}

/** The link that the page puts into the clipboard. */
async function copied({ page }: OpenedPage, name: string): Promise<URL> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await button(page, name).click();
  await page.getByText("Enlace copiado.").last().waitFor();
  return new URL(await page.evaluate(() => navigator.clipboard.readText()));
}

describe("a permalink", () => {
  test("copied from the form holds only what differs", async ({ open }) => {
    const opened = await open("/entrenar");
    expect((await copied(opened, "Copiar enlace")).search).toBe("");
    await opened.page.fill("#hiperparametro-learningRate", "0,02");
    await opened.page.selectOption("#red", "32-filtros");
    expect((await copied(opened, "Copiar enlace")).search).toBe("?red=32-filtros&tasa=0.02");
    await opened.page.fill("#hiperparametro-epochs", "0");
    await button(opened.page, "Copiar enlace").click();
    await opened.page.getByText("Sin copiar. Épocas: hace falta").waitFor();
    expect(opened.problems).toEqual([]);
  });

  test("may be copied by hand where the browser does not let the page", async ({ open }) => {
    const { page } = await open(`/entrenar${query}`);
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error("refused"));
    });
    await button(page, "Copiar enlace").click();
    const field = page.getByRole("textbox", { name: "Enlace" });
    await field.waitFor();
    expect(await field.inputValue()).toBe(page.url().replace(query, "") + ordered);
  });

  test("to a run gives the same weights in another profile, which says so", async ({ open }) => {
    const first = await open(`/entrenar${query}`);
    const fingerprint = await train(first.page);
    const link = await copied(first, "Copiar enlace a este entrenamiento");
    expect(link.searchParams.get("huella")).toBe(fingerprint);

    const { page, problems } = await open(`/entrenar${link.search}`);
    await page.getByText("Trae la huella de un resultado").waitFor();
    expect(await train(page)).toBe(fingerprint);
    await page.getByText("El resultado coincide").waitFor();
    await page.goto(siteUrl("/experimentos")); // where it can be read later too
    await page.locator(".run-card").getByText("El resultado coincide").waitFor();
    await visit(page, `/entrenar${link.search}`);
    expect(await train(page)).toBe(fingerprint);

    await page.fill("#hiperparametro-seed", "8"); // no longer the link's run: nothing is promised
    await button(page, "Entrenar").click();
    await page.getByText("El resultado coincide").waitFor({ state: "detached" });
    await page.locator(".run-link").waitFor({ timeout: 120_000 });
    expect(await page.locator(".run-link .callout").count()).toBe(0);
    expect([...first.problems, ...problems]).toEqual([]);
  });

  test("with another fingerprint says that the result is not the same", async ({ open }) => {
    const { page } = await open(`/entrenar${query}&huella=0123456789abcdef`);
    await train(page);
    await page.getByText("El resultado no coincide").waitFor();
  });
});
