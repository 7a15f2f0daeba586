// A machine whose only font is a wide monospaced one: what a layout meets at worst where the site's own
// fonts lack a glyph, or have not arrived.
import fontverter from "fontverter";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { staticFontFile } from "../../../scripts/fonts/fontFile.js";

/** The environment of a browser on such a machine. Its font, of 0.7 em a letter, is a dependency. */
export async function wideFontEnvironment(): Promise<Record<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), "wide-font-"));
  const font = readFileSync(staticFontFile("martian-mono", 400, "normal"));
  writeFileSync(join(folder, "wide.ttf"), await fontverter.convert(font, "sfnt"));
  const configuration = join(folder, "fonts.conf");
  writeFileSync(
    configuration,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>${folder}</dir><cachedir>${folder}</cachedir></fontconfig>`,
  );
  return { FONTCONFIG_FILE: configuration };
}
