// npm run check:host: what a published site lacks at its host, what that costs readers, and what to add.
// Usage: npm run check:host -- https://example.org/site/ [--kind nginx]; ends with 1 if something breaks the site.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { checkHost } from "./host/checkHost.js";
import { guessKind, type HostKind, hostKinds, linesFor } from "./host/hostLines.js";
import { hostTable } from "./host/hostTable.js";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { kind: { type: "string" } },
});
const [address] = positionals;
if (address === undefined || !/^https?:\/\//.test(address)) {
  throw new Error("an address expected: npm run check:host -- https://example.org/site/");
}
if (values.kind !== undefined && !(values.kind in hostKinds)) {
  throw new Error(`--kind ${values.kind}: one of ${Object.keys(hostKinds).join(", ")} expected`);
}
const { root, server, findings } = await checkHost(address);
const kind = (values.kind as HostKind | undefined) ?? guessKind(new URL(root).hostname, server);
const publishing = readFileSync("docs/publishing.md", "utf8");
console.log(`${root}${kind ? `, ${hostKinds[kind].title}` : ""}\n`);
console.log(hostTable(findings, (topic) => kind && linesFor(publishing, kind, topic)));
const isLacking = findings.some(({ verdict }) => verdict !== "fine");
if (isLacking && kind === undefined) {
  console.log(`\nFor the lines to add: --kind ${Object.keys(hostKinds).join("|")}`);
}
if (findings.some(({ verdict }) => verdict === "breaks")) process.exitCode = 1;
