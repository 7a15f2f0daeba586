// The site's icon in the sizes and shapes that systems ask for when the site is installed, all from src/icono.svg.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { svgToPng } from "./svgToPng.js";

/** A maskable icon may be cut to a circle of four fifths: the drawing stays within, on ground that reaches the edges. */
const MASKABLE_MARGIN = 4;

export interface IconFile {
  src: string;
  sizes: string;
  type: string;
  purpose: "any" | "maskable";
}

/** For the manifest; the vector is one of Framework's own files. */
export const iconFiles: readonly IconFile[] = [
  { src: "icono-192.png", sizes: "192x192", type: "image/png", purpose: "any" },
  { src: "icono-512.png", sizes: "512x512", type: "image/png", purpose: "any" },
  { src: "icono-recortable.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
];
/** For iOS, which takes none of a manifest's, and shows what is transparent black. */
export const APPLE_ICON = "icono-180.png";

export async function writeIcons(folder: string): Promise<void> {
  const svg = readFileSync("src/icono.svg", "utf8");
  const write = async (name: string, drawing: string, width: number) => {
    writeFileSync(join(folder, name), await svgToPng(drawing, width));
  };
  await write("icono-192.png", svg, 192);
  await write("icono-512.png", svg, 512);
  await write("icono-recortable.png", onGround(svg, MASKABLE_MARGIN), 512);
  await write(APPLE_ICON, onGround(svg, 0), 180);
}

/** The drawing with its ground as far as the edges of a square that is larger by the margin on each side. */
function onGround(svg: string, margin: number): string {
  const [, side] = /viewBox="0 0 (\d+) \1"/.exec(svg) ?? [];
  const [, ground] = /<rect [^>]*fill="(#\w+)"/.exec(svg) ?? [];
  if (!side || !ground) throw new Error("src/icono.svg: a square with a ground expected");
  const size = Number(side) + 2 * margin;
  return svg
    .replace(/viewBox="[^"]*"/, `viewBox="${-margin} ${-margin} ${size} ${size}"`)
    .replace(
      ">",
      `><rect x="${-margin}" y="${-margin}" width="${size}" height="${size}" fill="${ground}"/>`,
    );
}
