// A browser that saves nothing, as private windows of some browsers do: the site must work all the
// same, and say what will not be saved. Chromium does so when its settings block site data.
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { expect, inject, test } from "vitest";
import { visit } from "../support/browser.js";
import { preparePages } from "../support/cellsSettled.js";
import { button } from "../support/button.js";
import { download } from "../support/download.js";
import { beginTraining, waitForStatus } from "../support/trainingPage.js";
import { decodeRunFile } from "../../../src/lib/files/runFile.js";

test("without storage it trains all the same, and says that nothing will be kept", async () => {
  const profile = mkdtempSync(join(tmpdir(), "no-storage-"));
  mkdirSync(join(profile, "Default"));
  const blockSiteData = { profile: { default_content_setting_values: { cookies: 2 } } };
  writeFileSync(join(profile, "Default", "Preferences"), JSON.stringify(blockSiteData));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: inject("windowedChromiumPath"),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    locale: "es-ES",
  });
  try {
    await preparePages(context);
    const page = await context.newPage();
    await visit(page, "/entrenar");
    const alert = page.locator(".training-panel [role=alert]");
    await alert.getByText("Este navegador no deja guardar datos").waitFor();
    await beginTraining(page, { epochs: 1, trainImages: 2000 });
    await waitForStatus(page, "Entrenamiento terminado");
    expect(await alert.textContent()).toContain("al cerrar la página se perderá el entrenamiento");
    const path = await download(button(page, "Descargar este entrenamiento"));
    const [run] = await decodeRunFile(new Uint8Array(readFileSync(path)));
    expect(run!.run.status).toBe("finished");

    for (const path of ["/experimentos", "/barrido"]) {
      await visit(page, path);
      await page.getByText("Este navegador no deja guardar datos").waitFor();
      expect(await page.locator(".observablehq--error").count()).toBe(0);
    }

    await visit(page, "/evaluar");
    const note = await page.locator(".run-note").textContent();
    expect(note).toContain("Resultado precalculado");
    expect(note).toContain("Los tuyos no se han podido leer. Este navegador no deja guardar datos");
    expect(await page.locator(".observablehq--error").count()).toBe(0);
  } finally {
    await context.close();
  }
});
