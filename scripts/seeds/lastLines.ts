// Runs a program that prints JSON lines and gives the last ones.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** The last `count` lines, parsed. Rejects if the program fails or prints fewer. */
export async function lastLines(
  command: string,
  args: readonly string[],
  count: number,
): Promise<unknown[]> {
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  const lines: string[] = [];
  createInterface(child.stdout).on("line", (line) => {
    lines.push(line);
    if (lines.length > count) lines.shift();
  });
  const code = await ended;
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} ended with code ${code ?? "none"}`);
  if (lines.length < count) {
    throw new Error(`${count} lines of ${command} expected, ${lines.length} found`);
  }
  return lines.map((line) => JSON.parse(line) as unknown);
}
