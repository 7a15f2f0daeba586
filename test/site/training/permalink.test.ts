// Links to a configuration: what they set, what is refused of them, and that the same link gives the same
// weights to whoever opens it.
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { axeViolations } from "../support/axeViolations.js";
import { type OpenedPage, reload, settle, siteUrl, test, visit } from "../support/browser.js";
import { button } from "../support/button.js";
import { trainingStatus } from "../support/trainingPage.js";

const short = "?tasa=0.01&epocas=1&imagenes=2000&semilla=7";
const value = (page: Page, name: string) => page.inputValue(`#hiperparametro-${name}`);

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
  test("sets the controls, says so, and trains nothing", async ({ open }) => {
    const { page, problems } = await open(`/entrenar${short}&red=densa&optimizador=adam`);
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
    const { page, problems } = await open(`/entrenar${short}&huella=0123456789abcdef`);
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
    await openAfresh(`/entrenar${short}`);
    await reload(page);
    expect(await value(page, "learningRate")).toBe("0,01");
    await openAfresh("/entrenar");
    expect(await value(page, "learningRate")).toBe("0,03");

    await openAfresh(`/entrenar${short}`);
    await page.fill("#hiperparametro-learningRate", "0,05");
    await openAfresh(`/entrenar${short}`);
    expect(await value(page, "learningRate")).toBe("0,01");
    await reload(page);
    expect(await value(page, "learningRate")).toBe("0,01");
    await page.fill("#hiperparametro-learningRate", "0,05");
    await openAfresh("/entrenar?tasa=0.02");
    await reload(page);
    expect(await value(page, "learningRate")).toBe("0,02");
    expect(problems).toEqual([]);
  });

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
    const { page } = await open(`/entrenar${short}`);
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error("refused"));
    });
    await button(page, "Copiar enlace").click();
    const field = page.getByRole("textbox", { name: "Enlace" });
    await field.waitFor();
    expect(await field.inputValue()).toBe(page.url().replace(short, "") + orderedShort);
  });

  test("to a run gives the same weights in another profile, which says so", async ({ open }) => {
    const first = await open(`/entrenar${short}`);
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
    const { page } = await open(`/entrenar${short}&huella=0123456789abcdef`);
    await train(page);
    await page.getByText("El resultado no coincide").waitFor();
  });
});

/** As the page writes it: in the order of the form. */
const orderedShort = "?epocas=1&tasa=0.01&semilla=7&imagenes=2000";

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
