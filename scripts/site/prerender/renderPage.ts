// One page as it stands when its cells have run, in a process of its own: writes a RenderedPage on stdout, as JSON.
// Usage, bundled by prerenderSite.ts: node renderPage.mjs dist/evaluar.html 640, the width of the text in CSS px
import { readFileSync } from "node:fs";
import { argv, exit, stderr, stdout } from "node:process";
import { pathToFileURL } from "node:url";
import { cellsSettled, type Client, preparePlace } from "./cellsSettled.js";
import { cellOutputs } from "./cellOutputs.js";
import { dependsOnWidth, openPageWindow } from "./pageWindow.js";

export interface RenderedPage {
  /** The HTML of each cell that shows something, by its id. */
  outputs: Record<string, string>;
  /** Whether something is drawn for the width of the text. */
  isForWidth: boolean;
}

const file = pathToFileURL(argv[2]!);
const html = readFileSync(file, "utf8");
const code = /<meta name="page-code" content="([^"]+)"/.exec(html)![1]!.split(" ");
const load = (path: string) => import(new URL(path, file).href) as Promise<unknown>;

openPageWindow(file, html, Number(argv[3]));
preparePlace();
Reflect.deleteProperty(globalThis, "process"); // as in workerScope.ts
const client = (await load(code.find((path) => /\/client\.\w+\.js$/.test(path))!)) as Client;
await load(code[0]!);
const failures = await cellsSettled(client);
if (failures.length > 0) {
  stderr.write(`cells fail without a browser:\n${failures.join("\n")}\n`);
  exit(1);
}
const rendered: RenderedPage = { outputs: cellOutputs(), isForWidth: dependsOnWidth() };
stdout.write(JSON.stringify(rendered), () => exit(0));
