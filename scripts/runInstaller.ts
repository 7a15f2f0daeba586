// Installs what the tests need besides npm's packages, by the platform's own means, and writes down why
// that failed.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

export const APT_LIMIT_MS = 600_000;

/** Whether the command succeeds; its failure goes to `tried`. */
export function runInstaller(
  command: string,
  args: string[],
  { tried, limitMs }: { tried: string[]; limitMs: number },
): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const result = spawnSync(command, args, { env, timeout: limitMs, encoding: "utf8" });
  if (result.status === 0) return true;
  const reason = result.error?.message ?? failureLine(result.stderr || result.stdout);
  tried.push(`- ${[command, ...args].join(" ")} failed: ${reason}`);
  return false;
}

/** Whether apt-get installed these packages; false, too, where there is none or the user is not root. */
export function installWithApt(packages: string[], tried: string[]): boolean {
  if (process.platform !== "linux" || !existsSync("/usr/bin/apt-get")) return false;
  if (!isRoot()) {
    tried.push(`- apt-get install ${packages.join(" ")}: only root can`);
    return false;
  }
  console.error(`Installing Debian's ${packages.join(", ")} …`);
  const options = { tried, limitMs: APT_LIMIT_MS };
  runInstaller("apt-get", ["update", "-q"], options);
  const args = ["install", "-q", "-y", "--no-install-recommends", ...packages];
  return runInstaller("apt-get", args, options);
}

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** The first line that says what went wrong. */
export function failureLine(text: string): string {
  const lines = text.split("\n").map((line) => line.trim());
  return (
    lines.find((line) => /^(E:|Error)|Failed/.test(line)) ??
    lines.find(Boolean) ??
    "no reason given"
  );
}
