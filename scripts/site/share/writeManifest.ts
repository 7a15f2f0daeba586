// What a browser needs to install the site as an application. Its addresses are relative: the site may be anywhere.
import { writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import config from "../../../observablehq.config.js";
import { siteFiles } from "../siteFiles.js";
import { iconFiles } from "./writeIcons.js";

export const MANIFEST = "manifest.webmanifest";
/** The grounds of the two themes: style.css names them. */
export const THEME_COLOURS = { light: "#ffffff", dark: "#161616" };

export function writeManifest(folder: string): void {
  const [vector] = siteFiles(join(folder, "_file"), ".svg").filter((file) =>
    basename(file).startsWith("icono."),
  );
  const manifest = {
    id: "./",
    name: config.title,
    short_name: "Red viva",
    description:
      "Un cuaderno vivo en español: entrena una red convolucional con Fashion-MNIST en tu propio navegador.",
    lang: "es",
    dir: "ltr",
    start_url: "./",
    scope: "./",
    display: "standalone",
    theme_color: THEME_COLOURS.light,
    background_color: THEME_COLOURS.light,
    categories: ["education"],
    icons: [
      { src: `_file/${basename(vector!)}`, sizes: "any", type: "image/svg+xml", purpose: "any" },
      ...iconFiles,
    ],
  };
  writeFileSync(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
}
