// npm run preview: serves dist/ as a plain static host would, at the address printed.
// Usage: npm run preview -- [--port 4173] [--base /some/path/] [--no-isolation]
import { parseArgs } from "node:util";
import { serveSite } from "./site/serveSite.js";

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "4173" },
    base: { type: "string", default: "/" },
    "no-isolation": { type: "boolean", default: false },
  },
});
const { url } = await serveSite("dist", {
  port: Number(values.port),
  base: values.base,
  isolated: !values["no-isolation"],
});
console.log(`The built site is at ${url}`);
