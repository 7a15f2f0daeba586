// The module of a page is made of what Framework has written into its HTML.
import { expect, test } from "vitest";
import { pageModule, withStaticImports } from "../../scripts/site/bundle/pageModule.js";

test("the scripts that are modules leave the page, and become one in their order", () => {
  const html = `<head>
<script>plain();</script>
<script type="module" src="./_import/first.js"></script>
<script type="module">
import {define} from "./client.js";
define({id: "1", body: () => {}});
</script>
</head>`;
  const { code, html: rest } = pageModule(html);
  expect(rest).toBe("<head>\n<script>plain();</script>\n</head>");
  expect(code).toContain('import "./_import/first.js";\n');
  expect(code.indexOf("first.js")).toBeLessThan(code.indexOf("client.js"));
  expect(() => pageModule(rest)).toThrow("a module in the page expected");
});

test("what a cell imports is imported at the beginning, by the names that it gives", () => {
  const code = `define({id: "1", outputs: ["d3","figure","table"], body: async () => {
const [d3, {figure, chart: table}, ] = await Promise.all([import("./d3.js"), import("./figure.js"), import("./effect.js")]);

return {d3,figure,table};
}});
define({id: "2", outputs: ["html"], body: async () => {
const {html} = await import("./htl.js");

return {html};
}});`;
  const changed = withStaticImports(code);
  expect(changed.split("\n").slice(0, 4)).toEqual([
    'import * as d3 from "./d3.js";',
    'import { figure, chart as table } from "./figure.js";',
    'import "./effect.js";',
    'import { html } from "./htl.js";',
  ]);
  expect(changed).toContain("return {d3,figure,table};");
  expect(changed).not.toContain("await");
});

test("what a cell imports when it needs it stays", () => {
  const code = `define({id: "1", inputs: ["datos"], outputs: ["tf"], body: async (datos) => {
const [tf] = await Promise.all([import("./tf.js")]);
return {tf};
}});`;
  expect(withStaticImports(code).trim()).toBe(code);
});
