// A markdown-it plugin: `$…$` in a line and `$$` blocks become MathML at build time, so that formulas
// need no script, no font and no request in the reader's browser.
import temml from "temml";

interface State {
  src: string;
  pos: number;
  posMax: number;
  push(type: string, tag: string, nesting: number): { content: string; block?: boolean };
}

interface MarkdownIt {
  inline: {
    ruler: {
      after(before: string, name: string, rule: (state: State, silent: boolean) => boolean): void;
    };
  };
  renderer: {
    rules: Record<string, (tokens: { content: string }[], index: number) => string>;
  };
}

export function renderMath(md: MarkdownIt): void {
  md.inline.ruler.after("escape", "math", (state, silent) => {
    const rest = state.src.slice(state.pos, state.posMax);
    const match =
      /^(\$\$)\s*([^$]*[^$\s])\s*\$\$/.exec(rest) ??
      /^(\$)(?!\{)([^$\s](?:[^$]*[^$\s])?)\$(?!\d)/.exec(rest);
    if (!match) return false;
    if (!silent) {
      const displayMode = match[1] === "$$";
      state.push("math", "", 0).content = temml.renderToString(match[2]!, {
        displayMode,
        annotate: false,
      });
    }
    state.pos += match[0].length;
    return true;
  });
  md.renderer.rules.math = (tokens, index) => tokens[index]!.content;
}
