// What check:host prints: one row a finding, what it costs below it, and what to add.
import type { Finding, Topic } from "./finding.js";

const marks = { breaks: "✗ breaks", costs: "! costs", fine: "✓ fine" };
const VERDICT_WIDTH = 9;
const TOPIC_WIDTH = 12;
const TEXT_WIDTH = 78;

/** @param linesFor what to add to the host's configuration, if anything helps */
export function hostTable(
  findings: readonly Finding[],
  linesFor: (topic: Topic) => string | undefined,
): string {
  const rows = findings.map(({ verdict, topic, found, cost }) => [
    ...row(marks[verdict], topic, found),
    ...(cost === undefined ? [] : row("", "", `→ ${cost}`)),
  ]);
  const lacking = [
    ...new Set(findings.filter(({ verdict }) => verdict !== "fine").map(({ topic }) => topic)),
  ];
  const added = [...new Set(lacking.flatMap((topic) => linesFor(topic) ?? []))];
  return [
    ...rows.flat(),
    ...(added.length > 0 ? ["", "To add:", "", added.join("\n\n")] : []),
  ].join("\n");
}

function row(verdict: string, topic: string, text: string): string[] {
  return wrapped(text).map((line, index) => {
    const first = index === 0;
    return `${(first ? verdict : "").padEnd(VERDICT_WIDTH)} ${(first ? topic : "").padEnd(TOPIC_WIDTH)} ${line}`;
  });
}

function wrapped(text: string): string[] {
  const lines = [""];
  for (const word of text.split(" ")) {
    const line = `${lines.at(-1)!} ${word}`.trim();
    if (line.length <= TEXT_WIDTH || lines.at(-1) === "") lines[lines.length - 1] = line;
    else lines.push(word);
  }
  return lines;
}
