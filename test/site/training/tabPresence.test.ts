// What the browser does for a training while nobody looks at it.
import { describe, expect } from "vitest";
import { siteUrl, test } from "../support/browser.js";
import { button } from "../support/button.js";
import { setVisibility, wouldAsk } from "../support/tabPresence.js";
import { shortRun, waitForStatus } from "../support/trainingPage.js";

const long = "/entrenar?epocas=500&imagenes=6000";

describe("a training that nobody looks at", () => {
  test("says in the title how far it is, and that it has ended until it is seen", async ({
    open,
  }) => {
    const { page } = await open(shortRun);
    const title = await page.title();
    await page.evaluate(setVisibility, "hidden" as const);
    await button(page, "Entrenar").click();
    await waitForStatus(page, "Entrenamiento terminado");
    expect(await page.title()).toBe(`Terminado · ${title}`);
    await page.evaluate(setVisibility, "visible" as const);
    expect(await page.title()).toBe(title);
  });

  test("keeps the screen awake while it runs and is seen", async ({ open }) => {
    const { page } = await open(long);
    await page.evaluate(() => {
      const locks = { asked: 0, held: 0 };
      const request = () => {
        locks.asked++;
        locks.held++;
        const lock = {
          released: false,
          release() {
            if (!lock.released) locks.held--;
            lock.released = true;
            return Promise.resolve();
          },
        };
        Object.assign(locks, { lock });
        return Promise.resolve(lock);
      };
      Object.assign(window, { locks });
      Object.defineProperty(navigator, "wakeLock", { value: { request } });
    });
    interface Locks {
      locks: { asked: number; held: number; lock: { release(): void } };
    }
    const held = (count: number) =>
      page.waitForFunction((n) => (window as unknown as Locks).locks.held === n, count);
    await button(page, "Entrenar").click();
    await held(1);
    await page.evaluate(() => {
      (window as unknown as Locks).locks.lock.release(); // as the browser does with a hidden tab
    });
    await page.evaluate(setVisibility, "hidden" as const);
    await page.evaluate(setVisibility, "visible" as const);
    await held(1);
    await button(page, "Pausa").click();
    await waitForStatus(page, "En pausa.");
    await held(0);
    await button(page, "Continuar").click();
    await held(1);
    await button(page, "Detener").click();
    await waitForStatus(page, "Entrenamiento detenido");
    await held(0);
    expect(await page.evaluate(() => (window as unknown as Locks).locks.asked)).toBeLessThan(10);
  });

  test("makes the browser ask before a run that is not kept yet is lost, and only then", async ({
    open,
  }) => {
    const { page } = await open("/entrenar?epocas=10&imagenes=20000&lote=1");
    const asked: string[] = [];
    page.on("dialog", (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    expect(await page.evaluate(wouldAsk)).toBe(false);
    await button(page, "Entrenar").click();
    await page.waitForFunction(wouldAsk);
    await button(page, "Pausa").click();
    await waitForStatus(page, "En pausa.");
    expect(await page.evaluate(wouldAsk)).toBe(false);
    await button(page, "Continuar").click();
    await waitForStatus(page, "queda");
    await page.goto(siteUrl("/glosario")); // it goes on from the pause
    expect(asked).toEqual([]);
    await page.goto(siteUrl("/entrenar"));
    await page.getByText("Tienes un entrenamiento a medias").waitFor();
  });
});
