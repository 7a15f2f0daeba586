// The build that `npm test` makes: npm run build without any network, which proves that after
// `npm ci` and with the data in its cache a build needs none. Where the system cannot take the network
// away (Linux's unshare can), it says so and builds with it.
import { spawnSync } from "node:child_process";
import { readDataset } from "../data-loaders/readDataset.js";

const ways = [
  ["unshare", "--net"], // root
  ["unshare", "--map-root-user", "--net"], // others, where user namespaces are allowed
];

await readDataset(); // into the cache, while there is a network
const way = ways.find(([command, ...args]) => spawnSync(command!, [...args, "true"]).status === 0);
if (way) console.log(`Building without a network (${way.join(" ")})`);
else console.warn("SKIPPED: the build without a network; this system cannot take it away");
const [command, ...args] = [
  ...(way ?? []),
  process.execPath,
  "--import",
  "tsx",
  "scripts/build.ts",
];
const { status } = spawnSync(command, args, { stdio: "inherit" });
process.exitCode = status ?? 1;
