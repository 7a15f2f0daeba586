// Tables of Markdown, and what stands in their cells.

export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** 0.123 → `12 %` */
export function percent(ratio: number): string {
  return `${Math.round(100 * ratio)} %`;
}
