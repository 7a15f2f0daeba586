import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { includeSource, regionOf } from "../../scripts/markdown/includeSource.js";

interface Token {
  type: string;
  info: string;
  content: string;
}

/** What the rule makes of one token. */
function include(token: Token): Token {
  let rule: ((state: { tokens: Token[] }) => void) | undefined;
  includeSource({ core: { ruler: { push: (_, given) => (rule = given) } } });
  rule!({ tokens: [token] });
  return token;
}

test("a fence with file= shows that file, and is not run", () => {
  const token = include({ type: "fence", info: "ts file=lib/network/metrics.ts", content: "" });
  expect(token.content).toBe(readFileSync("src/lib/network/metrics.ts", "utf8"));
  expect(token.info).toBe("ts run=false");
});

test("one that is a cell is JavaScript without its types, and exports nothing", () => {
  const info = "js file=lib/network/metrics.ts region=accuracy editable=cuenta";
  const token = include({ type: "fence", info, content: "" });
  expect(token.info).toBe("js editable=cuenta");
  expect(token.content).toMatch(/^function accuracy\(predictions, labels\) \{\n {2}\S/);
});

test("other fences, and text that only mentions file=, stay as they are", () => {
  for (const token of [
    { type: "fence", info: "js echo", content: "1 + 1" },
    { type: "inline", info: "file=lib/network/metrics.ts", content: "file=lib/network/metrics.ts" },
  ]) {
    expect(include({ ...token })).toEqual(token);
  }
});

test("a file that does not exist is an error that names it", () => {
  const token = { type: "fence", info: "ts file=lib/none.ts", content: "" };
  expect(() => include(token)).toThrow(/src\/lib\/none\.ts/);
});

const source = `a();
class Loop {
  // #region step
  step() {

    return 1;
  }
  // #endregion
}
// #region open
b();
`;

test("regionOf takes the lines between the marks, without their indentation", () => {
  expect(regionOf(source, "step", "x.ts")).toBe("step() {\n\n  return 1;\n}\n");
});

test("regionOf refuses a region that is missing or never ends, and names it", () => {
  expect(() => regionOf(source, "stop", "x.ts")).toThrow('no region "stop" in x.ts');
  expect(() => regionOf(source, "open", "x.ts")).toThrow('no region "open" in x.ts');
});
