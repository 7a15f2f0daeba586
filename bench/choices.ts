// npm run bench:choices: how long the instruments take to answer when another garment is chosen. Needs the built site.
// Prints milliseconds from the click to the last change of the page; --json writes bench/results/choices.json too.
// Usage: npm run bench:choices -- [--choices 20] [--page por-dentro] [--json]
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { measureChoices } from "./site/measureChoices.js";
import { readSite } from "./site/readSite.js";

/** Those on which a garment is chosen, and everything that is shown of it is computed. */
const PAGES = ["por-dentro", "en-que-se-fija", "limites"];
/** The page's own computations on arrival are over by then. */
const SETTLED_MS = 8_000;

const { values } = parseArgs({
  options: {
    choices: { type: "string", default: "20" },
    page: { type: "string", multiple: true },
    json: { type: "boolean", default: false },
  },
});
const site = await readSite();
const pages = [];
for (const name of values.page ?? PAGES) {
  const page = await site.open(name);
  await page.waitForTimeout(SETTLED_MS);
  const times = await measureChoices(page, "Siguiente", { choices: Number(values.choices) });
  pages.push({ page: name, ...times });
  await page.close();
}
const report = { ...site.origin("npm run bench:choices"), pages };
if (values.json) {
  writeFileSync("bench/results/choices.json", `${JSON.stringify(report, null, 2)}\n`);
}
console.log(JSON.stringify(report, null, 2));
await site.close();
