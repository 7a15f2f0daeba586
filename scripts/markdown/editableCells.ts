// A markdown-it plugin: a fence with `editable=name` becomes a cell that the reader may change in place.
// It is built as any cell that is shown (`echo`), in a box that src/notebook.ts finds, code before result.
// The name is the cell's for ever: the reader's changes are saved under it.
interface Token {
  type: string;
  info: string;
  meta: { cell?: string } | null;
}

type FenceRule = (tokens: Token[], index: number, ...rest: unknown[]) => string;

interface MarkdownIt {
  core: { ruler: { push(name: string, rule: (state: { tokens: Token[] }) => void): void } };
  renderer: { rules: { fence?: FenceRule } };
}

const ATTRIBUTE = /\beditable(?:=(\S+))?/;
/** Where src/notebook/runtime/pageRuntime.ts enters the page's runtime; looks like a cell's place. */
const PROBE = "<div hidden><!--:000ce11a:--></div>\n";
const RESULT = /^(<div class="observablehq[^]*?<\/div>\n)([^]*)$/;

export function editableCells(md: MarkdownIt): void {
  md.core.ruler.push("editable-cells", ({ tokens }) => {
    const names = new Set<string>();
    for (const token of tokens) {
      const found = token.type === "fence" ? ATTRIBUTE.exec(token.info) : null;
      if (!found) continue;
      const [, name] = found;
      if (name === undefined || !/^[a-z][a-zA-Z0-9]*$/.test(name) || names.has(name)) {
        throw new Error(`editable=<a name of its own in the page> expected, ${token.info} found`);
      }
      names.add(name);
      token.meta = { cell: name };
      token.info = token.info.replace(ATTRIBUTE, "echo");
    }
  });
  const framework = md.renderer.rules.fence!;
  md.renderer.rules.fence = (tokens, index, ...rest) => {
    const name = tokens[index]!.meta?.cell;
    const html = framework(tokens, index, ...rest);
    if (name === undefined) return html;
    const [, result, code] = RESULT.exec(html) ?? [];
    if (result === undefined || code === undefined) {
      throw new Error(`the editable cell "${name}": a result and code expected, ${html} found`);
    }
    const isFirst = !tokens.slice(0, index).some(({ meta }) => meta?.cell !== undefined);
    const edit = `<button type="button" class="cell-edit" aria-label="Editar la celda «${name}»">Editar</button>\n`;
    return `${isFirst ? PROBE : ""}<div class="cell" data-cell="${name}">\n${edit}${code}${result}</div>\n`;
  };
}
