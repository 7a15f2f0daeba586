// A markdown-it rule: a fence with `file=lib/network/metrics.ts` shows that module's real source, so that no
// page holds a copy. With `region=name` it shows what stands between `// #region name` and
// `// #endregion`. Paths are relative to src/; the fence itself must be empty. One that is
// `js editable=name` also runs as a cell: without its types and its `export`.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

interface Token {
  type: string;
  info: string;
  content: string;
}

interface MarkdownIt {
  core: { ruler: { push(name: string, rule: (state: { tokens: Token[] }) => void): void } };
}

const ATTRIBUTES = /\s*\b(?:file|region)=\S+/g;

export function includeSource(md: MarkdownIt): void {
  md.core.ruler.push("include-source", ({ tokens }) => {
    for (const token of tokens) {
      const file = token.type === "fence" ? /\bfile=(\S+)/.exec(token.info)?.[1] : undefined;
      if (file === undefined) continue;
      const region = /\bregion=(\S+)/.exec(token.info)?.[1];
      const source = readFileSync(join("src", file), "utf8");
      const code = region === undefined ? source : regionOf(source, region, file);
      const isCell = /\beditable\b/.test(token.info);
      token.content = isCell ? withoutTypes(code) : code;
      token.info = isCell ? token.info.replace(ATTRIBUTES, "") : "ts run=false";
    }
  });
}

/** The lines of `source` inside the named region, without their common indentation. Throws if there is none. */
export function regionOf(source: string, region: string, file: string): string {
  const lines = source.split("\n");
  const start = lines.findIndex((line) => line.trim() === `// #region ${region}`);
  const length = lines.slice(start + 1).findIndex((line) => line.trim() === "// #endregion");
  if (start < 0 || length < 0) throw new Error(`no region "${region}" in ${file}`);
  const body = lines.slice(start + 1, start + 1 + length);
  const indents = body.filter((line) => line.trim()).map((line) => line.search(/\S/));
  const indent = Math.min(...indents);
  return `${body.map((line) => line.slice(indent)).join("\n")}\n`;
}

/** JavaScript with the same lines; TypeScript's printer indents by four. */
export function withoutTypes(source: string): string {
  const { outputText } = ts.transpileModule(source.replace(/^export /gm, ""), {
    compilerOptions: { target: ts.ScriptTarget.ESNext, alwaysStrict: false },
  });
  return outputText.replace(/^ +/gm, (indent) => " ".repeat(indent.length / 2));
}
