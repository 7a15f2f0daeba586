// Starts a headless Chromium as the tests and the screenshots need it: without the requests that it
// makes on its own account, and, for root in a container, without the sandbox that root cannot have.
import { type Browser, chromium } from "playwright-core";

const quietArguments = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/**
 * Rejects if `executablePath` is not a browser that starts within 30 s. `env` is added to this process's
 * environment.
 */
export function launchChromium(
  executablePath: string,
  args: string[] = [],
  env: Record<string, string> = {},
): Promise<Browser> {
  return chromium.launch({
    executablePath,
    env: { ...process.env, ...env },
    args: [...quietArguments, ...args],
    chromiumSandbox: process.getuid !== undefined && process.getuid() !== 0,
    timeout: 30_000,
  });
}
