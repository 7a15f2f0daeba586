import { describe, expect, test } from "vitest";
import {
  fullMessage,
  keepLabel,
  offlineProgress,
  offlineStatus,
} from "../../../src/components/offline/describeOffline.js";
import {
  initialOffline,
  isChanging,
  type OfflineEvent,
  offlineMachine,
  type OfflineState,
} from "../../../src/components/offline/offlineMachine.js";
import type { KeptSite } from "../../../src/lib/offline/keptSite.js";

const kept = (pages: number, images: number): KeptSite => ({
  pages: { bytes: 10_500_000, keptBytes: pages },
  images: { bytes: 30_900_000, keptBytes: images },
});
const nothing = kept(0, 0);
const pagesOnly = kept(10_500_000, 0);
const all = kept(10_500_000, 30_900_000);

const resting = after({ type: "looked", kept: nothing });
const keeping = after({ type: "looked", kept: nothing }, { type: "keepAsked" });

function after(...events: OfflineEvent[]): OfflineState {
  return events.reduce(offlineMachine, initialOffline);
}

describe("the panel that keeps the site", () => {
  test("rests once it has looked, and begins when asked", () => {
    expect(resting).toMatchObject({ phase: "resting", kept: nothing });
    expect(keeping).toMatchObject({ phase: "keeping", kept: nothing });
  });

  test("shows progress until all is there", () => {
    const half = offlineMachine(keeping, { type: "progress", kept: pagesOnly });
    expect(half).toEqual({ phase: "keeping", kept: pagesOnly });
    const whole = offlineMachine(half, { type: "kept", kept: all });
    expect(whole).toMatchObject({ phase: "resting", kept: all, problem: "" });
  });

  test("a cancelled one says what stays, and progress that comes late changes nothing", () => {
    const cancelling = offlineMachine(keeping, { type: "cancelAsked" });
    expect(offlineMachine(cancelling, { type: "progress", kept: all })).toBe(cancelling);
    const cancelled = offlineMachine(cancelling, { type: "cancelled", kept: pagesOnly });
    expect(offlineStatus(cancelled)).toContain("lo que ya ha llegado se queda");
  });

  test("a failure is told and can be tried again", () => {
    const failed = offlineMachine(keeping, { type: "failed", kept: pagesOnly, message: "No cabe" });
    expect(failed).toMatchObject({ phase: "resting", problem: "No cabe" });
    expect(offlineMachine(failed, { type: "keepAsked" }).phase).toBe("keeping");
  });

  test("what is removed is gone", () => {
    const removing = after({ type: "looked", kept: all }, { type: "removeAsked" });
    expect(removing.phase).toBe("removing");
    const removed = offlineMachine(removing, { type: "removed", kept: nothing });
    expect(offlineStatus(removed)).toContain("ya no queda nada");
  });

  test.for<OfflineEvent>([
    { type: "progress", kept: all },
    { type: "kept", kept: all },
    { type: "cancelled", kept: all },
    { type: "removed", kept: all },
    { type: "failed", kept: all, message: "" },
    { type: "cancelAsked" },
  ])("while it rests, $type changes nothing", (event) => {
    expect(offlineMachine(resting, event)).toBe(resting);
  });

  test.for<OfflineEvent>([
    { type: "looked", kept: all },
    { type: "keepAsked" },
    { type: "removeAsked" },
  ])("while it keeps, $type changes nothing", (event) => {
    expect(offlineMachine(keeping, event)).toBe(keeping);
  });

  test("what is looked up again leaves what is told", () => {
    const failed = offlineMachine(keeping, { type: "failed", kept: nothing, message: "No cabe" });
    expect(isChanging(failed)).toBe(true);
    const looked = offlineMachine(failed, { type: "looked", kept: pagesOnly });
    expect(looked).toMatchObject({ problem: "No cabe", kept: pagesOnly });
    expect(isChanging(looked)).toBe(false);
    expect(isChanging(keeping)).toBe(false);
  });

  test("where the browser keeps nothing, it says why", () => {
    expect(offlineStatus(after({ type: "unavailable", reason: "Sin https." }))).toBe("Sin https.");
  });
});

describe("what it says", () => {
  const status = (site: KeptSite) => offlineStatus(after({ type: "looked", kept: site }));

  test("of nothing, of the pages alone, and of all", () => {
    expect(status(nothing)).toContain("Todavía no hay nada");
    expect(status(pagesOnly)).toMatch(/ya están \(10,5 MB\).*faltan 30,9 MB/);
    expect(status(all)).toMatch(/✓ Disponible sin conexión.*10,5 MB.*70\.000 imágenes \(30,9 MB\)/);
    expect(status(kept(5_000_000, 30_900_000))).toContain("falta algo");
  });

  test("names on the button what is missing", () => {
    expect(keepLabel(nothing)).toBe("Guardar todo (41,4 MB)");
    expect(keepLabel(pagesOnly)).toBe("Guardar lo que falta (30,9 MB)");
  });

  test("tells the progress of both together", () => {
    expect(offlineProgress(pagesOnly)).toEqual({
      ratio: 10.5 / 41.4,
      text: "10,5 MB de 41,4 MB",
    });
    expect(offlineProgress({ pages: undefined, images: { bytes: 0, keptBytes: 0 } }).ratio).toBe(0);
  });

  test("says how much does not fit", () => {
    expect(fullMessage(pagesOnly)).toContain("faltan por guardar 30,9 MB");
  });
});
