// The picture that messengers show beside a link: the reference run's loss curve, what it reached, and ten garments of
// the test set with what the network takes them for.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { encode } from "fast-png";
import config from "../../../observablehq.config.js";
import { siteFiles } from "../siteFiles.js";
import { IMAGE_SIDE, PIXELS } from "../../../src/lib/dataset/dataset.js";
import type { ReferenceRunJson } from "../../../src/lib/files/referenceRun.js";
import { formatPercent } from "../../../src/lib/text/format.js";
import { svgToPng } from "./svgToPng.js";
import { textSetter } from "./textPath.js";

export const PICTURE = {
  file: "tarjeta.png",
  width: 1200,
  height: 630,
  alt: "La pérdida de la red mientras aprende, y diez prendas con lo que la red cree que son",
};
const INK = "#1b1e23";
const MUTED = "#4d5156";
const ACCENT = "#3b5fc0";
const GOOD = "#1a7f37";
const BAD = "#c9252d";
const MARGIN = 64;
const GARMENTS = 10;
const GARMENT_SIDE = 92;
const CHART = { left: 660, top: 178, width: 476, height: 190 };

export async function writePicture(folder: string): Promise<void> {
  const run = JSON.parse(readFileSync("src/reference/run.json", "utf8")) as ReferenceRunJson;
  const { title, text } = await setters();
  const { epochs } = run.history;
  const accuracy = formatPercent(epochs.at(-1)!.testAccuracy!);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${PICTURE.width} ${PICTURE.height}">
<rect width="100%" height="100%" fill="#fff"/><rect width="100%" height="12" fill="${ACCENT}"/>
${title(config.title, { x: MARGIN, y: 126, size: 66, fill: INK })}
${text("Entrénala con 60.000 fotos de ropa,", { x: MARGIN, y: 208, size: 33, fill: MUTED })}
${text("en español y en tu navegador.", { x: MARGIN, y: 252, size: 33, fill: MUTED })}
${title(accuracy, { x: MARGIN, y: 362, size: 72, fill: ACCENT })}
${text("de aciertos en prendas nuevas", { x: MARGIN, y: 404, size: 26, fill: MUTED })}
${curve(run)}
${text("Su pérdida, mientras aprende", { x: CHART.left, y: 404, size: 26, fill: MUTED })}
${garments(folder, run.evaluation.predictions)}
</svg>`;
  writeFileSync(join(folder, PICTURE.file), await svgToPng(svg, PICTURE.width));
}

async function setters() {
  const title = await textSetter("source-serif-4", 650); // one after the other: see measureFont
  return { title, text: await textSetter("source-sans-3", 400) };
}

function curve({ history }: ReferenceRunJson): string {
  const { left, top, width, height } = CHART;
  const batches = history.curve.at(-1)!.batch;
  const highest = Math.max(...history.curve.map(({ loss }) => loss));
  const points = history.curve.map(
    ({ batch, loss }) =>
      `${(left + (width * batch) / batches).toFixed(1)},${(top + height * (1 - loss / highest)).toFixed(1)}`,
  );
  return `<path d="M${left} ${top}V${top + height}H${left + width}" fill="none" stroke="${MUTED}" stroke-width="2"/>
<polyline points="${points.join(" ")}" fill="none" stroke="${ACCENT}" stroke-width="4" stroke-linejoin="round"/>`;
}

function garments(folder: string, predictions: string): string {
  const [file] = siteFiles(join(folder, "_file"), ".bin").filter((each) =>
    /test-sample\./.test(each),
  );
  const content = gunzipSync(readFileSync(file!));
  const count = content.length / (PIXELS + 1);
  const gap = (PICTURE.width - 2 * MARGIN - GARMENTS * GARMENT_SIDE) / (GARMENTS - 1);
  return Array.from({ length: GARMENTS }, (_, i) => {
    const x = MARGIN + i * (GARMENT_SIDE + gap);
    const isRight = Number(predictions[i]) === content[count * PIXELS + i];
    const colour = isRight ? GOOD : BAD;
    const mark = isRight ? "M0 10l9 10L26 0" : "M2 0l20 20M22 0L2 20"; // drawn: the fonts have no such signs
    return `<image x="${x}" y="442" width="${GARMENT_SIDE}" height="${GARMENT_SIDE}" style="image-rendering:pixelated" href="${picture(content, i)}"/>
<path transform="translate(${x + GARMENT_SIDE / 2 - 13} 554)" d="${mark}" fill="none" stroke="${colour}" stroke-width="5"/>`;
  }).join("\n");
}

function picture(content: Uint8Array, index: number): string {
  const data = content.slice(index * PIXELS, (index + 1) * PIXELS);
  const png = encode({ width: IMAGE_SIDE, height: IMAGE_SIDE, data, channels: 1 });
  return `data:image/png;base64,${Buffer.from(png).toString("base64")}`;
}
