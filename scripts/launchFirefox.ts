// Starts a headless Firefox as readers have it, with an empty profile of its own. Playwright drives its
// own build of Firefox, and a stock one only if it is as new as Playwright; so this speaks the standard
// protocol itself.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BidiConnection, connectBidi } from "./connectBidi.js";

const START_LIMIT_MS = 60_000;
const END_LIMIT_MS = 10_000;

export interface Firefox extends Pick<BidiConnection, "send" | "onEvent"> {
  version: string;
  close(): Promise<void>;
}

/** Rejects if `executablePath` is not a Firefox (129 or later) that starts within a minute. */
export async function launchFirefox(executablePath: string): Promise<Firefox> {
  const profile = mkdtempSync(join(tmpdir(), "firefox-profile-"));
  const args = ["--headless", "--no-remote", "--remote-debugging-port=0", "--profile", profile];
  if (process.platform === "win32") args.push("--wait-for-browser"); // else a launcher comes between
  const child = spawn(executablePath, args, { stdio: ["ignore", "ignore", "pipe"] });
  const gone = new Promise<void>((resolve) => {
    child.once("close", resolve).once("error", resolve);
  });
  const end = async () => {
    const limit = setTimeout(() => child.kill("SIGKILL"), END_LIMIT_MS);
    await gone;
    clearTimeout(limit);
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    const connection = await connectBidi(`${await addressOf(child)}/session`);
    const session = (await connection.send("session.new", { capabilities: {} })) as NewSession;
    return {
      version: session.capabilities.browserVersion,
      ...connection,
      close: async () => {
        await connection.send("browser.close", {}).catch(() => child.kill());
        connection.close();
        await end();
      },
    };
  } catch (error) {
    child.kill();
    await end();
    throw error;
  }
}

interface NewSession {
  capabilities: { browserVersion: string };
}

/** Where the browser listens, from what it writes: `WebDriver BiDi listening on ws://127.0.0.1:…`. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let written = "";
    const fail = (reason: string) => {
      clearTimeout(limit);
      reject(new Error(`${reason}; it wrote: ${written.trim() || "nothing"}`));
    };
    const limit = setTimeout(() => {
      fail(`it does not listen within ${START_LIMIT_MS / 1000} s`);
    }, START_LIMIT_MS);
    child.once("error", ({ message }) => {
      fail(message);
    });
    child.once("close", (code) => {
      fail(`it ends at once with ${code ?? "a signal"}`);
    });
    child.stderr!.on("data", (data: Buffer) => {
      written += data.toString();
      const address = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(written)?.[1];
      if (address === undefined) return;
      clearTimeout(limit);
      resolve(address);
    });
  });
}
