// npm start: the site with live reload. Arguments go on to Framework (`npm start -- --port 4000`).
import { runFramework } from "./site/framework.js";

await runFramework("preview", process.argv.slice(2));
