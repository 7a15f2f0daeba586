// Finds a Firefox that starts, the reader's other browser, or installs Debian's package for root. What
// it does in the tests: the engine's bits must be the same there as in Chromium.
import { join } from "node:path";
import { ensureBrowser } from "./ensureBrowser.js";
import { launchFirefox } from "./launchFirefox.js";
import { installWithApt } from "./runInstaller.js";

/** The path of a Firefox that starts. Rejects with what was tried and what to install. */
export function ensureFirefox(): Promise<string> {
  return ensureBrowser({
    name: "Firefox",
    variable: "FIREFOX_PATH",
    namesOnPath: ["firefox", "firefox-esr"],
    places: platformPlaces(),
    launch: launchFirefox,
    installers: [installDebianFirefox],
    advice: [
      "- Debian: sudo apt-get install firefox-esr; Ubuntu, Fedora: the package firefox",
      "- macOS: brew install --cask firefox; anywhere: https://www.mozilla.org/firefox/",
      "or name an installed one: FIREFOX_PATH=/path/to/firefox npm test",
    ],
  });
}

/** Where a Firefox stands, besides PATH, if the system has one. */
function platformPlaces(): string[] {
  if (process.platform === "darwin") return ["/Applications/Firefox.app/Contents/MacOS/firefox"];
  if (process.platform !== "win32") return ["/opt/firefox/firefox", "/usr/lib/firefox/firefox"];
  const { LOCALAPPDATA, PROGRAMFILES, "PROGRAMFILES(X86)": programFilesX86 } = process.env;
  return [PROGRAMFILES, programFilesX86, LOCALAPPDATA].flatMap((folder) =>
    folder === undefined ? [] : [join(folder, "Mozilla Firefox", "firefox.exe")],
  );
}

function installDebianFirefox(tried: string[]): string | undefined {
  return installWithApt(["firefox-esr"], tried) ? "/usr/bin/firefox-esr" : undefined;
}
