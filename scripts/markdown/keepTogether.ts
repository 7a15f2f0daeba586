// A markdown-it plugin: «20 %» and «28 × 28» stay in one line, however narrow the page. Spanish sets a space in
// both, which prose writes with the space bar; here it becomes one that no line breaks at.
const NO_BREAK = "\u00a0";

interface Token {
  type: string;
  content: string;
  children: Token[] | null;
}

interface MarkdownIt {
  core: { ruler: { push(name: string, rule: (state: { tokens: Token[] }) => void): void } };
}

export function keepTogether(md: MarkdownIt): void {
  md.core.ruler.push("keep-together", ({ tokens }) => {
    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
      if (token.type === "text") token.content = joined(token.content);
    }
  });
}

function joined(text: string): string {
  return text
    .replaceAll(" %", `${NO_BREAK}%`)
    .replaceAll(/(?<=\d) × (?=\d)/g, `${NO_BREAK}×${NO_BREAK}`);
}
