import type { Locator, Page } from "playwright-core";
import { describe, expect } from "vitest";
import { chosen, countInputs, openChooser, origin } from "./chooserPage.js";
import { chessboard, heicHead, pictureOfL, pngHead, turnedJpeg } from "./pictures.js";
import { type OpenPage, test } from "../support/browser.js";

const openPictures = (open: OpenPage) => openChooser(open, { tab: "Foto o archivo" });

async function bring(chooser: Locator, name: string, buffer: Buffer): Promise<void> {
  const mimeType = ""; // what it is, it must say itself
  await chooser.locator("#archivo-prenda").setInputFiles({ name, mimeType, buffer });
}

/** The means of the four quarters, row by row: where the L lies. */
async function quarters(chooser: Locator): Promise<number[]> {
  const { pixels } = await chosen(chooser);
  const sums = [0, 0, 0, 0];
  for (const [i, value] of pixels.entries()) {
    sums[2 * Number(i >= 392) + Number(i % 28 >= 14)]! += value / 196;
  }
  return sums;
}

const small = { width: 60, height: 80 };

describe("a picture of the reader's", () => {
  test("becomes a garment, of any kind of file that the browser knows", async ({ open }) => {
    const { page, chooser, problems } = await openPictures(open);
    for (const type of ["image/png", "image/jpeg", "image/webp"] as const) {
      await bring(chooser, "ele", await pictureOfL(page, { ...small, type }));
      await expect.poll(() => origin(chooser)).toBe("file");
      const [topLeft, topRight, bottomLeft, bottomRight] = await quarters(chooser);
      expect(topLeft).toBeGreaterThan(40);
      expect(topRight).toBeLessThan(10);
      expect(Math.min(bottomLeft!, bottomRight!)).toBeGreaterThan(30);
      await chooser.getByRole("tab", { name: "De prueba" }).click();
      await chooser.getByRole("button", { name: "Siguiente", exact: true }).click();
      await chooser.getByRole("tab", { name: "Foto o archivo" }).click();
    }
    expect(problems).toEqual([]);
  });

  test("gives the same in white on black, and large: only how the browser reduces it differs", async ({
    open,
  }) => {
    const { page, chooser } = await openPictures(open);
    await bring(chooser, "ele.png", await pictureOfL(page, small));
    await expect.poll(() => origin(chooser)).toBe("file");
    const expected = await quarters(chooser);
    const inputs = await countInputs(chooser);
    const others = [
      { ...small, paper: "black", ink: "#ccc" },
      { width: 3000, height: 4000 },
    ];
    for (const [count, options] of others.entries()) {
      await bring(chooser, "ele.png", await pictureOfL(page, options));
      await expect.poll(inputs).toBe(count + 1);
      for (const [i, mean] of (await quarters(chooser)).entries()) {
        expect(Math.abs(mean - expected[i]!)).toBeLessThan(8);
      }
    }
  });

  test("that the camera noted as turned stands upright", async ({ open }) => {
    const { page, chooser } = await openPictures(open);
    const jpeg = await pictureOfL(page, { width: 1200, height: 600, type: "image/jpeg" });
    await bring(chooser, "girada.jpg", turnedJpeg(jpeg, 6));
    await expect.poll(() => origin(chooser)).toBe("file");
    await chooser.getByText("37 × 73").first().waitFor(); // the thumbnail
    const [topLeft, topRight, bottomLeft, bottomRight] = await quarters(chooser);
    expect(Math.min(topLeft!, topRight!)).toBeGreaterThan(30); // the L's back, now on top
    expect(bottomLeft).toBeGreaterThan(5 + bottomRight!);
  });

  test("may be dropped, or pasted", async ({ open }) => {
    const { page, chooser } = await openPictures(open);
    const picture = (await pictureOfL(page, small)).toString("base64");
    const data = await page.evaluateHandle((base64) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], "ele.png", { type: "image/png" }));
      return transfer;
    }, picture);
    await chooser.locator(".photo-panel").dispatchEvent("drop", { dataTransfer: data });
    await expect.poll(() => origin(chooser)).toBe("file");
    const dropped = (await chosen(chooser)).pixels;
    await bring(chooser, "otra.png", await pictureOfL(page, { width: 80, height: 30 }));
    await expect.poll(async () => (await chosen(chooser)).pixels).not.toEqual(dropped);
    await paste(page, data);
    await expect.poll(async () => (await chosen(chooser)).pixels).toEqual(dropped);
  });
});

async function paste(page: Page, clipboardData: Awaited<ReturnType<Page["evaluateHandle"]>>) {
  await page.evaluate((data) => {
    const options = { clipboardData: data as DataTransfer, bubbles: true, cancelable: true };
    document.body.dispatchEvent(new ClipboardEvent("paste", options));
  }, clipboardData);
}

describe("what is no such picture is told, and the garment of before stays:", () => {
  const cases: [string, (page: Page) => Buffer | Promise<Buffer>, string][] = [
    ["an empty file", () => Buffer.alloc(0), "está vacío"],
    ["a text", () => Buffer.from("Una carta."), "no es una imagen que este navegador sepa abrir"],
    ["half a PNG", () => pngHead(60, 80), "o está dañada o incompleta"],
    ["one of 300 million pixels", () => pngHead(20_000, 15_000), "mide 20.000 × 15.000 píxeles"],
    ["an iPhone's HEIC", heicHead, "no sabe abrir fotos HEIC"],
    [
      "a plain one",
      (page) => pictureOfL(page, { ...small, ink: "white" }),
      "casi toda del mismo color",
    ],
  ];

  test.for(cases)("%s", async ([, make, told], { open }) => {
    const { page, chooser } = await openPictures(open);
    const before = await chosen(chooser);
    await bring(chooser, "archivo", await make(page));
    await chooser.getByText(told).waitFor();
    await chooser.getByText("De momento sigue la prenda de antes.").waitFor();
    expect(await chosen(chooser)).toEqual(before);
    await bring(chooser, "ele.png", await pictureOfL(page, small));
    await expect.poll(() => origin(chooser)).toBe("file");
    expect(await chooser.getByText(told).count()).toBe(0);
  });
});

test("a picture without a plain border is taken whole, with a warning", async ({ open }) => {
  const { page, chooser } = await openPictures(open);
  await bring(chooser, "cuadros.png", await chessboard(page));
  await chooser.getByText("No hay bordes lisos que recortar").waitFor();
  expect(await origin(chooser)).toBe("file");
});
