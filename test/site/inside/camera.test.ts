// In Chromium with its own fake camera, which shows a green field with a pie that turns.
import type { Page } from "playwright-core";
import { describe, expect, inject } from "vitest";
import { CHOOSER_PAGE, chosen, chooserIn, openChooser, origin } from "./chooserPage.js";
import { siteUrl, test, testIn } from "../support/browser.js";
import { axeViolations } from "../support/axeViolations.js";
import { importInPage } from "../support/importInPage.js";
import { launchChromium } from "../../../scripts/launchChromium.js";

const FAKE_CAMERA = "--use-fake-device-for-media-stream";
const ALLOWED = "--use-fake-ui-for-media-stream";
const launchWith =
  (...args: string[]) =>
  () =>
    launchChromium(inject("chromiumPath"), args);

const cameraTest = testIn(launchWith(FAKE_CAMERA, ALLOWED));

/** Keeps what the browser gives, to be asked later; as text, for a page has no function of Vitest's. */
const keepStreams = (page: Page) =>
  page.evaluate(`{
    const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    window.streams = [];
    navigator.mediaDevices.getUserMedia = async (constraints) => {
      const stream = await ask(constraints);
      window.streams.push(stream);
      return stream;
    };
  }`);

const trackStates = (page: Page) =>
  page.evaluate<string[]>(
    "window.streams.flatMap((stream) => stream.getTracks().map((track) => track.readyState))",
  );

const useCamera = (page: Page) => page.getByRole("button", { name: "Usar la cámara…" }).click();
const shutterIn = (page: Page) => page.getByRole("button", { name: "Hacer la foto" });

describe("with a camera", () => {
  cameraTest("a photograph becomes a garment, and the camera goes off", async ({ open }) => {
    const { page, chooser, problems } = await openChooser(open, { tab: "Foto o archivo" });
    await keepStreams(page);
    await useCamera(page);
    await expect.poll(() => shutterIn(page).isEnabled()).toBe(true);
    expect(await trackStates(page)).toEqual(["live"]);
    expect(await page.locator("video").evaluate((video: HTMLVideoElement) => video.paused)).toBe(
      false,
    );
    expect(await axeViolations(page)).toEqual([]);
    await shutterIn(page).click();
    await expect.poll(() => origin(chooser)).toBe("camera");
    expect(Math.max(...(await chosen(chooser)).pixels)).toBeGreaterThan(50);
    expect(await trackStates(page)).toEqual(["ended"]);
    expect(problems).toEqual([]);
  });

  cameraTest("it goes off with the dialog, however that closes", async ({ open }) => {
    const { page, chooser } = await openChooser(open, { tab: "Foto o archivo" });
    await keepStreams(page);
    const before = await chosen(chooser);
    const ways = [
      () => page.keyboard.press("Escape"),
      () => page.getByRole("button", { name: "Cerrar la cámara" }).click(),
      () =>
        page.locator("dialog").evaluate((dialog: HTMLDialogElement) => {
          dialog.close();
        }),
    ];
    for (const [count, close] of ways.entries()) {
      await useCamera(page);
      await expect.poll(() => shutterIn(page).isEnabled()).toBe(true);
      await close();
      expect(await page.locator("dialog[open]").count()).toBe(0);
      await expect
        .poll(() => trackStates(page))
        .toEqual(Array.from({ length: count + 1 }, () => "ended"));
    }
    expect(await chosen(chooser)).toEqual(before);
  });

  cameraTest(
    "it goes off with the cell, and when the dialog closes while it starts",
    async ({ open }) => {
      const { page } = await open(CHOOSER_PAGE);
      const module = await importInPage<
        typeof import("../../../src/components/inside/photo/cameraDialog.js")
      >(page, "src/components/inside/photo/cameraDialog.ts");
      await keepStreams(page);
      const camera = await module.evaluateHandle(({ cameraDialog }) => {
        let invalidate!: (value?: unknown) => void;
        const invalidation = new Promise((resolve) => {
          invalidate = resolve;
        });
        const dialog = cameraDialog({ onShot: () => undefined, invalidation });
        document.querySelector("main")!.append(dialog.element);
        return { ...dialog, invalidate };
      });
      await camera.evaluate(({ open, element }) => {
        open();
        (element as HTMLDialogElement).close();
      });
      await expect.poll(() => trackStates(page)).toEqual(["ended"]);
      await camera.evaluate(({ open }) => {
        open();
      });
      await expect.poll(() => trackStates(page)).toEqual(["ended", "live"]);
      await camera.evaluate(({ invalidate }) => {
        invalidate();
      });
      await expect.poll(() => trackStates(page)).toEqual(["ended", "ended"]);
    },
  );

  cameraTest("that is unplugged, the reader is told", async ({ open }) => {
    const { page } = await openChooser(open, { tab: "Foto o archivo" });
    await keepStreams(page);
    await useCamera(page);
    await expect.poll(() => shutterIn(page).isEnabled()).toBe(true);
    await page.evaluate(`window.streams[0].getTracks()[0].dispatchEvent(new Event("ended"))`);
    await page.getByText("La cámara se ha desconectado").waitFor();
    expect(await shutterIn(page).isDisabled()).toBe(true);
    expect(await trackStates(page)).toEqual(["ended"]);
  });
});

const refusingTest = testIn(launchWith(FAKE_CAMERA, `${ALLOWED}=deny`));

refusingTest("a permission that is refused is told", async ({ open }) => {
  const { page, chooser } = await openChooser(open, { tab: "Foto o archivo" });
  const before = await chosen(chooser);
  await useCamera(page);
  await page.getByText("No hay permiso para usar la cámara.").waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press("Escape");
  expect(await chosen(chooser)).toEqual(before);
});

test("a machine without a camera is told so", async ({ open }) => {
  const { page } = await openChooser(open, { tab: "Foto o archivo" });
  await page.context().grantPermissions(["camera"]);
  await useCamera(page);
  await page.getByText("No se encuentra ninguna cámara.").waitFor();
});

test("over plain http, where no page gets a camera, that is told", async () => {
  const browser = await launchWith("--host-resolver-rules=MAP aula.example 127.0.0.1")();
  const page = await browser.newPage();
  await page.goto(siteUrl(CHOOSER_PAGE).replace("127.0.0.1", "aula.example"));
  await chooserIn(page).getByRole("tab", { name: "Foto o archivo" }).click();
  await useCamera(page);
  await page.getByText("solo la dan a páginas con https").waitFor();
  await browser.close();
});
