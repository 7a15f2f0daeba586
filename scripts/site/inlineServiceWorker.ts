// Framework exports the service worker as a module that only names another; not every browser knows
// service workers that are modules, so the file gets the code itself.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export function inlineServiceWorker(folder: string): void {
  const file = join(folder, "serviceWorker.js");
  const target = /^export \* from "(.+)";\s*$/.exec(readFileSync(file, "utf8"))?.[1];
  if (target === undefined) throw new Error(`${file}: one export from another file expected`);
  const code = readFileSync(join(folder, target), "utf8");
  if (/^(import|export)\b/m.test(code)) throw new Error(`${target}: a plain script expected`);
  writeFileSync(file, code);
}
