// Links to a configuration, opened: what they set, what the reader changes after that, and what is refused.
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { axeViolations } from "../support/axeViolations.js";
import { reload, settle, siteUrl, test, visit } from "../support/browser.js";
import { button } from "../support/button.js";
import { trainingStatus } from "../support/trainingPage.js";

const query = "?tasa=0.01&epocas=1&imagenes=2000&semilla=7";
const value = (page: Page, name: string) => page.inputValue(`#hiperparametro-${name}`);

describe("a permalink", () => {
  test("sets the controls, says so, and trains nothing", async ({ open }) => {
    const { page, problems } = await open(`/entrenar${query}&red=densa&optimizador=adam`);
    await page.getByText("Has abierto un enlace").waitFor();
    expect(await page.locator(".link-note li").count()).toBe(0);
    expect(await value(page, "learningRate")).toBe("0,01");
    expect(await value(page, "seed")).toBe("7");
    expect(await page.inputValue("#red")).toBe("densa");
    expect(await value(page, "optimizer")).toBe("adam");
    expect(
      await page.locator("details.hyperparameters-beyond").getAttribute("open"),
    ).not.toBeNull();
    expect(await trainingStatus(page).textContent()).toBe("Sin empezar.");
    expect(problems).toEqual([]);
  });

  test("leaves what the reader changes after it through a reload, with a way back", async ({
    open,
  }) => {
    const { page, problems } = await open(`/entrenar${query}&huella=0123456789abcdef`);
    const note = page.locator(".link-note");
    const back = button(page, "Volver a los valores del enlace");
    const set = () =>
      Promise.all([
        page.inputValue("#red"),
        ...["learningRate", "seed"].map((name) => value(page, name)),
      ]);
    expect(await back.isVisible()).toBe(false);
    await page.fill("#hiperparametro-learningRate", "0,05");
    await page.selectOption("#red", "densa");
    await note.getByText("los de abajo son los tuyos").waitFor();
    await reload(page);
    expect(await set()).toEqual(["densa", "0,05", "7"]);
    await note.getByText("los de abajo son los tuyos").waitFor();
    expect(await note.textContent()).not.toContain("huella");
    expect(await axeViolations(page)).toEqual([]);
    await page.goto(siteUrl("/glosario"));
    await page.goBack();
    await settle(page);
    expect(await set()).toEqual(["densa", "0,05", "7"]);

    await back.press("Enter");
    expect(await set()).toEqual(["original", "0,01", "7"]);
    await note.getByText("los valores de abajo son los suyos").waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("red");
    await reload(page);
    expect(await set()).toEqual(["original", "0,01", "7"]);
    expect(problems).toEqual([]);
  });

  test("opened afresh sets its own values, whatever the tab was set to", async ({ open }) => {
    const { page, problems } = await open("/entrenar");
    await page.fill("#hiperparametro-learningRate", "0,03");
    const openAfresh = async (path: string) => {
      await page.goto(siteUrl("/glosario"));
      await visit(page, path);
    };
    await openAfresh(`/entrenar${query}`);
    await reload(page);
    expect(await value(page, "learningRate")).toBe("0,01");
    await openAfresh("/entrenar");
    expect(await value(page, "learningRate")).toBe("0,03");

    await openAfresh(`/entrenar${query}`);
    await page.fill("#hiperparametro-learningRate", "0,05");
    await openAfresh(`/entrenar${query}`);
    expect(await value(page, "learningRate")).toBe("0,01");
    await reload(page);
    expect(await value(page, "learningRate")).toBe("0,01");
    await page.fill("#hiperparametro-learningRate", "0,05");
    await openAfresh("/entrenar?tasa=0.02");
    await reload(page);
    expect(await value(page, "learningRate")).toBe("0,02");
    expect(problems).toEqual([]);
  });
});

describe("a hostile or damaged permalink", () => {
  test("is refused part by part, is shown as text, and leaves the page sound", async ({ open }) => {
    const script = encodeURIComponent("<img src=x onerror=alert(1)>");
    const { page, problems } = await open(
      `/entrenar?tasa=${script}&epocas=1e99&semilla=7&${script}=1&red=javascript:alert(1)` +
        "&__proto__=1&lote=20&lote=30&plan=constructor&imagenes=%FF%FE&huella=zz",
    );
    const refused = page.locator(".link-note li");
    const text = (await refused.allTextContents()).join("\n");
    for (const name of ["tasa", "epocas", "red", "__proto__", "lote", "plan", "imagenes"]) {
      expect(text).toContain(`«${name}»`);
    }
    expect(await refused.count()).toBe(9); // eight, and how many more
    expect(await page.locator(".link-note img").count()).toBe(0);
    expect(await value(page, "seed")).toBe("7");
    expect(await value(page, "learningRate")).toBe("0,001");
    expect(await page.locator("[aria-invalid=true]").count()).toBe(0);
    expect(await trainingStatus(page).textContent()).toBe("Sin empezar.");
    expect(problems).toEqual([]);
  });

  test("that asks for the network of somebody else is told so", async ({ open }) => {
    const { page } = await open("/entrenar?red=tuya");
    await page.getByText("pide la red de quien hizo el enlace").waitFor();
    expect(await page.inputValue("#red")).toBe("original");
  });

  test("as long as an address may be is read without trouble", async ({ open }) => {
    const { page, problems } = await open(`/entrenar?${"tasa=0.01&".repeat(700)}`);
    await page.getByText("El enlace es demasiado largo").waitFor();
    await visit(page, "/glosario");
    expect(problems).toEqual([]);
  });
});
