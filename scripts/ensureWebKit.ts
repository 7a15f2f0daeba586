// Finds a WebKit that can be driven, Safari's engine as GNOME builds it, or installs Debian's package for
// root. Safari itself lets only its owner drive it, and shows a window: it is not looked for.
import { ensureBrowser } from "./ensureBrowser.js";
import { launchWebKit } from "./launchWebKit.js";
import { installWithApt } from "./runInstaller.js";

/** The path of a WebKitWebDriver that starts a browser. Rejects with what was tried and what to install. */
export function ensureWebKit(): Promise<string> {
  return ensureBrowser({
    name: "WebKit",
    variable: "WEBKIT_DRIVER_PATH",
    namesOnPath: ["WebKitWebDriver"],
    places: [],
    launch: launchWebKit,
    installers: [installDebianPackages],
    advice: [
      "- Debian, Ubuntu: sudo apt-get install webkit2gtk-driver xvfb",
      "- elsewhere: what has WebKitGTK's WebKitWebDriver, and Xvfb, if the system offers them",
      "or name an installed driver: WEBKIT_DRIVER_PATH=/path/to/WebKitWebDriver npm test",
    ],
  });
}

function installDebianPackages(tried: string[]): string | undefined {
  return installWithApt(["webkit2gtk-driver", "xvfb"], tried)
    ? "/usr/bin/WebKitWebDriver"
    : undefined;
}
