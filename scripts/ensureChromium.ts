// Finds a Chromium that starts, or installs one the way the platform offers: Playwright's own
// download, else Debian's package for root. Run directly, it prints the browser's path.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { launchChromium } from "./launchChromium.js";

const DOWNLOAD_LIMIT_MS = 300_000;
const APT_LIMIT_MS = 600_000;

const namesOnPath = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "microsoft-edge",
];

/** The path of a Chromium that starts. Rejects with what was tried and what to install. */
export async function ensureChromium(): Promise<string> {
  const tried: string[] = [];
  const given = process.env.CHROMIUM_PATH;
  if (given !== undefined) {
    if (await starts(given, tried)) return given;
    throw new Error(`CHROMIUM_PATH names no browser that starts:\n${tried.join("\n")}`);
  }
  for (const path of [...standardPlaces(), chromium.executablePath()]) {
    if (existsSync(path) && (await starts(path, tried))) return path;
  }
  tried.push(`- none of ${namesOnPath.join(", ")} on PATH or in its usual place starts`);
  for (const install of [installWithPlaywright, installWithApt]) {
    const path = install(tried);
    if (path !== undefined && existsSync(path) && (await starts(path, tried))) return path;
  }
  throw new Error(
    `The tests need a Chromium and none could be found or installed.\n${tried.join("\n")}\n` +
      "Install one and run this again:\n" +
      "- Debian, Ubuntu: sudo apt-get install chromium\n" +
      "- Fedora: sudo dnf install chromium; macOS: brew install --cask chromium\n" +
      "- anywhere with internet: npx playwright-core install --with-deps chromium\n" +
      "or name an installed Chromium, Chrome or Edge: CHROMIUM_PATH=/path/to/chromium npm test",
  );
}

/** Whether the browser starts; if not, adds the reason to `tried`. */
async function starts(path: string, tried: string[]): Promise<boolean> {
  try {
    await (await launchChromium(path)).close();
    return true;
  } catch (error) {
    tried.push(`- ${path} does not start: ${firstLine(String(error))}`);
    return false;
  }
}

/** Where a Chromium, Chrome or Edge stands if the system has one. */
function standardPlaces(): string[] {
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const onPath = namesOnPath.flatMap((name) => folders.map((folder) => join(folder, name)));
  if (process.platform === "darwin") {
    return [
      ...onPath,
      ...["Chromium", "Google Chrome", "Microsoft Edge"].map(
        (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
      ),
    ];
  }
  if (process.platform !== "win32") return onPath;
  const { LOCALAPPDATA, PROGRAMFILES, "PROGRAMFILES(X86)": programFilesX86 } = process.env;
  return [PROGRAMFILES, programFilesX86, LOCALAPPDATA].flatMap((folder) =>
    folder === undefined
      ? []
      : ["Google/Chrome", "Chromium", "Microsoft/Edge"].map((product) =>
          join(
            folder,
            product,
            "Application",
            product.endsWith("Edge") ? "msedge.exe" : "chrome.exe",
          ),
        ),
  );
}

/** Playwright's download; fails within seconds where its host cannot be reached. */
function installWithPlaywright(tried: string[]): string | undefined {
  const manifest = createRequire(import.meta.url).resolve("playwright-core/package.json");
  const program = join(dirname(manifest), "cli.js");
  console.error("No Chromium found: downloading Playwright's …");
  const args = [program, "install", "--no-shell", "chromium"];
  if (!succeeds(process.execPath, args, { tried, limitMs: DOWNLOAD_LIMIT_MS })) return undefined;
  if (process.platform === "linux" && isRoot()) {
    // The download alone lacks the system's libraries on a bare machine.
    succeeds(process.execPath, [program, "install-deps", "chromium"], {
      tried,
      limitMs: APT_LIMIT_MS,
    });
  }
  return chromium.executablePath();
}

/** Debian's package, with a font that has the letters, arrows and Greek of the pages. */
function installWithApt(tried: string[]): string | undefined {
  if (process.platform !== "linux" || !existsSync("/usr/bin/apt-get")) return undefined;
  if (!isRoot()) {
    tried.push("- apt-get install chromium: only root can");
    return undefined;
  }
  console.error("Installing Debian's chromium …");
  const packages = ["chromium", "fonts-dejavu-core"];
  const options = { tried, limitMs: APT_LIMIT_MS };
  succeeds("apt-get", ["update", "-q"], options);
  const args = ["install", "-q", "-y", "--no-install-recommends", ...packages];
  return succeeds("apt-get", args, options) ? "/usr/bin/chromium" : undefined;
}

/** Runs the command; its failure goes to `tried`. */
function succeeds(
  command: string,
  args: string[],
  { tried, limitMs }: { tried: string[]; limitMs: number },
): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const result = spawnSync(command, args, { env, timeout: limitMs, encoding: "utf8" });
  if (result.status === 0) return true;
  const reason = result.error?.message ?? firstLine(result.stderr || result.stdout);
  tried.push(`- ${[command, ...args].join(" ")} failed: ${reason}`);
  return false;
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** The first line that says what went wrong. */
function firstLine(text: string): string {
  const lines = text.split("\n").map((line) => line.trim());
  return (
    lines.find((line) => /^(E:|Error)|Failed/.test(line)) ??
    lines.find(Boolean) ??
    "no reason given"
  );
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    console.log(await ensureChromium());
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
