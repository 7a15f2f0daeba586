// The map of the garments, with the hands and the eyes of its reader.
import type { BrowserContextOptions, Page } from "playwright-core";
import type { OpenPage } from "../support/browser.js";

export const mapIn = (page: Page) =>
  page.getByRole("group", { name: "Mapa de las prendas por componentes principales." });
export const umapIn = (page: Page) =>
  page.getByRole("group", { name: "Mapa de las prendas por UMAP." });
export const canvasIn = (page: Page) => mapIn(page).locator("canvas.map-canvas");
const sight = (page: Page) => mapIn(page).getByText(/a la vista/);

/** The page, with the map before the reader: it is drawn only there. */
export async function openMap(open: OpenPage, hash = "", options?: BrowserContextOptions) {
  const opened = await open(`/mapa-de-prendas${hash}`, options);
  await canvasIn(opened.page).scrollIntoViewIfNeeded();
  return opened;
}

export async function inSight(page: Page): Promise<number> {
  const [number] = /^[\d.]+/.exec((await sight(page).textContent())!)!;
  return Number(number.replaceAll(".", ""));
}

/** The colours of the canvas, and how many of its points have each. */
export const colours = (page: Page) =>
  canvasIn(page).evaluate((canvas: HTMLCanvasElement) => {
    const copy = document.createElement("canvas");
    [copy.width, copy.height] = [canvas.width, canvas.height];
    const context = copy.getContext("2d", { willReadFrequently: true })!;
    context.drawImage(canvas, 0, 0);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    const counts: Record<string, number> = {};
    for (let i = 0; i < data.length; i += 4) {
      const color = [data[i], data[i + 1], data[i + 2]].join();
      counts[color] = (counts[color] ?? 0) + 1;
    }
    return counts;
  });

/** Of drawn points: whatever is not the paper. */
export async function inked(page: Page): Promise<number> {
  const counts = await colours(page);
  return Object.entries(counts).reduce(
    (sum, [color, count]) => (color === "255,255,255" ? sum : sum + count),
    0,
  );
}

export async function download(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Descargar las imágenes/ }).click();
  await page.getByText("Las 10.000 imágenes están aquí").waitFor({ timeout: 60_000 });
}
