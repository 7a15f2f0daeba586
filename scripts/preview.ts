// npm run preview: serves dist/ as a plain static host would, at the address printed: no header that the site would miss
// elsewhere.
// Usage: npm run preview -- [--port 4173] [--base /some/path/] [--isolation] [--only-html]
import { parseArgs } from "node:util";
import { serveSite } from "./site/serveSite.js";

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "4173" },
    base: { type: "string", default: "/" },
    isolation: { type: "boolean", default: false },
    "only-html": { type: "boolean", default: false },
  },
});
const { url } = await serveSite("dist", {
  port: Number(values.port),
  base: values.base,
  isolated: values.isolation,
  clean: !values["only-html"],
});
console.log(`The built site is at ${url}`);
