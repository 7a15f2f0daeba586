// What the tests of the page of sweeps do there.
import type { Page } from "playwright-core";

/** Fills in the fields of the form, by the ends of their ids; no images are set apart unless it says so. */
export async function plan(page: Page, values: Record<string, string>): Promise<void> {
  for (const [id, value] of Object.entries({ validacion: "0", ...values }))
    await page.fill(`#barrido-${id}`, value);
}

/** 2 × 2 × 2 seeds. */
export const shortSweep = {
  "valores-1": "0,003; 0,01",
  "valores-2": "20; 50",
  semillas: "1; 2",
  epocas: "1",
  imagenes: "2000",
};
