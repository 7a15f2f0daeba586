// npm run bench:map: what moving the map of the garments costs a frame, with as many of their pictures in sight as it
// draws. Needs the built site. Prints the milliseconds of script; --json writes them into bench/results/map.json too.
// Usage: npm run bench:map -- [--frames 120] [--json]
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Page } from "playwright-core";
import { measurePanning } from "./site/measurePanning.js";
import { readSite } from "./site/readSite.js";

/** The dearest view: so many are drawn as pictures at most. */
const MOST_PICTURES = 2_000;
const MOST_STEPS = 40;

const { values } = parseArgs({
  options: {
    frames: { type: "string", default: "120" },
    json: { type: "boolean", default: false },
  },
});
const site = await readSite({ reducedMotion: true });
const page = await site.open("mapa-de-prendas.html");
await page.getByRole("button", { name: /^Descargar las imágenes/ }).click();
await page.getByText("Las 10.000 imágenes están aquí").waitFor();
const pictures = await showMostPictures(page);
const canvas = page.locator("canvas.map-canvas").first();
const result = await measurePanning(page, canvas, { frames: Number(values.frames) });
const report = { ...site.origin("npm run bench:map"), pictures, ...result };
if (values.json) writeFileSync("bench/results/map.json", `${JSON.stringify(report, null, 2)}\n`);
console.log(report);
await site.close();

/** Magnifies about a shirt among shirts until the pictures are as many as they may be; returns their number. */
async function showMostPictures(map: Page): Promise<number> {
  const group = map.getByRole("group", {
    name: "Mapa de las prendas por componentes principales.",
  });
  await group.getByLabel(/^Número de la imagen/).fill("4");
  await map.keyboard.press("Enter");
  await group.locator("canvas.map-canvas").focus();
  const sight = group.getByText(/a la vista/);
  const inSight = async () =>
    Number(/^[\d.]+/.exec((await sight.textContent())!)![0].replaceAll(".", ""));
  for (let step = 0; step < MOST_STEPS && (await inSight()) < MOST_PICTURES; step++) {
    await map.mouse.move(0, 0);
    await map.keyboard.press("-");
  }
  for (let step = 0; step < MOST_STEPS && (await inSight()) > MOST_PICTURES; step++) {
    const box = (await group.locator("canvas.map-canvas").boundingBox())!;
    await map.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await map.mouse.wheel(0, -20); // small steps, which the keys do not have
    await map.waitForTimeout(60);
  }
  return inSight();
}
