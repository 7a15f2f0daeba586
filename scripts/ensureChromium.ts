// Finds a Chromium that starts, or installs one the way the platform offers: Playwright's own
// download, else Debian's package for root. Run directly, it prints the browser's path.
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { ensureBrowser } from "./ensureBrowser.js";
import { launchChromium } from "./launchChromium.js";
import { APT_LIMIT_MS, installWithApt, isRoot, runInstaller } from "./runInstaller.js";

const DOWNLOAD_LIMIT_MS = 300_000;

/** The same engine without what draws windows: a page opens in half the time. */
const shells = ["chromium-headless-shell", "chrome-headless-shell"];

/**
 * The path of a Chromium that starts. Rejects with what was tried and what to install.
 * @param options.shell whether one that only runs without a window is preferred
 */
export function ensureChromium({ shell = false } = {}): Promise<string> {
  return ensureBrowser({
    name: "Chromium",
    variable: "CHROMIUM_PATH",
    namesOnPath: [
      ...(shell ? shells : []),
      "chromium",
      "chromium-browser",
      "google-chrome",
      "google-chrome-stable",
      "microsoft-edge",
    ],
    places: [...platformPlaces(), chromium.executablePath()],
    launch: launchChromium,
    installers: [
      installWithPlaywright,
      ...(shell ? [installDebianPackage("chromium-headless-shell")] : []),
      installDebianPackage("chromium"),
    ],
    advice: [
      "- Debian, Ubuntu: sudo apt-get install chromium",
      "- Fedora: sudo dnf install chromium; macOS: brew install --cask chromium",
      "- anywhere with internet: npx playwright-core install --with-deps chromium",
      "or name an installed Chromium, Chrome or Edge: CHROMIUM_PATH=/path/to/chromium npm test",
    ],
  });
}

/** Where a Chromium, Chrome or Edge stands, besides PATH, if the system has one. */
function platformPlaces(): string[] {
  if (process.platform === "darwin") {
    return ["Chromium", "Google Chrome", "Microsoft Edge"].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (process.platform !== "win32") return [];
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
  if (!runInstaller(process.execPath, args, { tried, limitMs: DOWNLOAD_LIMIT_MS })) {
    return undefined;
  }
  if (process.platform === "linux" && isRoot()) {
    // The download alone lacks the system's libraries on a bare machine.
    runInstaller(process.execPath, [program, "install-deps", "chromium"], {
      tried,
      limitMs: APT_LIMIT_MS,
    });
  }
  return chromium.executablePath();
}

/** Debian's package, with a font that has the letters, arrows and Greek of the pages. */
function installDebianPackage(name: string): (tried: string[]) => string | undefined {
  return (tried) =>
    installWithApt([name, "fonts-dejavu-core"], tried) ? `/usr/bin/${name}` : undefined;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    console.log(await ensureChromium());
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
