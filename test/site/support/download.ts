import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator } from "playwright-core";

/** The path of the file that comes when the button is pressed, under the name that it comes with. */
export async function download(button: Locator): Promise<string> {
  const downloading = button.page().waitForEvent("download");
  await button.click();
  const file = await downloading;
  const path = join(mkdtempSync(join(tmpdir(), "download-")), file.suggestedFilename());
  await file.saveAs(path);
  return path;
}
