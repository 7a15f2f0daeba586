// A drawing as pixels, by resvg in WebAssembly: no browser, and the same bytes on every machine.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { initWasm, Resvg } from "@resvg/resvg-wasm";

const wasm = createRequire(import.meta.url).resolve("@resvg/resvg-wasm/index_bg.wasm");
let ready: Promise<void> | undefined;

/** A PNG as wide as that. Text is not drawn, for resvg has no fonts here: see textPath. */
export async function svgToPng(svg: string, width: number): Promise<Uint8Array> {
  await (ready ??= initWasm(readFileSync(wasm)));
  const drawing = new Resvg(svg, { fitTo: { mode: "width", value: width } });
  const image = drawing.render();
  const png = image.asPng();
  image.free();
  drawing.free();
  return png;
}
