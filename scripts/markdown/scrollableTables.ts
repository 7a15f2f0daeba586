// A markdown-it plugin: wraps each Markdown table in a region that scrolls sideways by touch or
// keyboard, so that a wide table never widens the page of a phone.
interface MarkdownIt {
  renderer: { rules: Record<string, () => string> };
}

export function scrollableTables(md: MarkdownIt): void {
  md.renderer.rules.table_open = () =>
    '<div class="table-scroll" tabindex="0" role="region" aria-label="Tabla">\n<table>\n';
  md.renderer.rules.table_close = () => "</table>\n</div>\n";
}
