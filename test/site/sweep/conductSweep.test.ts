// A sweep that has to wait for another one, by the module that conducts it.
import { describe, expect } from "vitest";
import { type OpenPage, test } from "../support/browser.js";
import { importInPage } from "../support/importInPage.js";
import { storeInPage } from "../support/storeInPage.js";
import { defaultHyperparameters } from "../../../src/lib/run/hyperparameters.js";
import type { Sweep } from "../../../src/lib/sweep/sweep.js";

type ConductModule = typeof import("../../../src/training/start/conductSweep.js");

const sweep: Sweep = {
  base: defaultHyperparameters,
  axes: [{ name: "learningRate", values: [0.001] }],
  seeds: [1],
  id: "s1",
  createdAt: 0,
  status: "running",
  runIds: ["r1"],
};
const LOCK = "red-convolucional /cuaderno/red/ barrido";

/**
 * Begins the sweep while another one is under way, and pauses it at once.
 * @param options.heldMs how long the other one takes; left out: for ever
 */
async function pausedWhileWaiting(open: OpenPage, { heldMs }: { heldMs?: number } = {}) {
  const { page, store } = await storeInPage(open);
  const module = await importInPage<ConductModule>(page, "src/training/start/conductSweep.ts");
  const given = { module, own: store, sweep, lock: LOCK, heldMs };
  const told = await page.evaluate(async ({ module, own, sweep, lock, heldMs }) => {
    await new Promise<void>((held) => {
      void navigator.locks.request(lock, () => {
        held();
        return new Promise<void>((free) => {
          if (heldMs !== undefined) setTimeout(free, heldMs);
        });
      });
    });
    const nothing = () => undefined;
    const silent = { onProgress: nothing, onNotice: nothing, onEnded: nothing };
    return new Promise<string>((resolve) => {
      const session = module.conductSweep(sweep, {
        store: own,
        listener: {
          ...silent,
          onFailed(message, saved) {
            resolve(`${message} ${saved}`);
          },
        },
        begin() {
          resolve("begun");
          const session = { pause: nothing, resume: nothing, step: nothing, stop: nothing };
          return session as never;
        },
      });
      session.pause();
    });
  }, given);
  return { told, sweeps: await store.evaluate((own) => own.sweeps()) };
}

describe("a sweep that is paused while it waits for another one", () => {
  test("is not saved where the other one goes on", async ({ open }) => {
    const { told, sweeps } = await pausedWhileWaiting(open);
    expect(told).toMatch(/^Otra pestaña está haciendo un barrido.* false$/);
    expect(sweeps).toEqual([]);
  });

  test("is saved as paused once the other one has ended", async ({ open }) => {
    const { told, sweeps } = await pausedWhileWaiting(open, { heldMs: 500 });
    expect(told).toBe("begun");
    expect(sweeps).toEqual([{ ...sweep, status: "paused" }]);
  });
});
