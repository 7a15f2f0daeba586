// Starts WebKitGTK's own driver, on a screen that nobody sees, since its browser has no mode without one.
// Each session with it is a browser of its own, which begins with nothing stored.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openWebDriverSession, type WebDriverSession } from "./openWebDriverSession.js";

const START_LIMIT_MS = 60_000;
const POLL_INTERVAL_MS = 50;
/** Each a tenth of a second later than the one before. */
const RETRIES = 12;

export interface WebKit {
  version: string;
  /** Starts a browser; the driver has one at a time. */
  open(): Promise<WebDriverSession>;
  close(): Promise<void>;
}

export interface WebKitOptions {
  /** Whether threads may share memory there, which WebKitGTK does not allow by itself. */
  sharedMemory?: boolean;
}

/** Rejects if `driverPath` is no WebKitWebDriver that has started a browser within a minute. */
export async function launchWebKit(
  driverPath: string,
  { sharedMemory = false }: WebKitOptions = {},
): Promise<WebKit> {
  const home = mkdtempSync(join(tmpdir(), "webkit-home-"));
  const started: ChildProcess[] = [];
  const close = async () => {
    for (const child of started.reverse()) await end(child);
    await rm(home, { recursive: true, force: true, maxRetries: RETRIES }); // the browser's own processes still write there
  };
  const start = (child: ChildProcess) => {
    started.push(child);
    return child;
  };
  try {
    const screen = start(startScreen());
    const display = await unlessItEnds(screen, "Xvfb", firstLine(screen));
    const port = await freePort();
    const driver = start(
      spawn(driverPath, [`--port=${port}`], {
        stdio: "ignore",
        env: { ...process.env, ...surroundings(display, home, sharedMemory) },
      }),
    );
    const address = `http://127.0.0.1:${port}`;
    await unlessItEnds(driver, driverPath, listening(address));
    const open = () => openWebDriverSession(address, {});
    const first = await open();
    await first.end();
    return { version: first.version, open, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Variables of the environment. */
function surroundings(display: string, home: string, sharedMemory: boolean) {
  return {
    DISPLAY: `:${display}`,
    GDK_BACKEND: "x11",
    XDG_DATA_HOME: home,
    XDG_CACHE_HOME: home,
    XDG_CONFIG_HOME: home,
    ...(sharedMemory && { JSC_useSharedArrayBuffer: "1" }),
  };
}

function startScreen(): ChildProcess {
  const args = ["-displayfd", "3", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"];
  return spawn("Xvfb", args, { stdio: ["ignore", "ignore", "ignore", "pipe"] });
}

/** What the screen writes: the number that it has taken. */
async function firstLine(screen: ChildProcess): Promise<string> {
  const [line] = (await once(screen.stdio[3]!, "data")) as [Buffer];
  return line.toString().trim();
}

/** Resolves once the driver answers. */
async function listening(address: string): Promise<void> {
  const end = performance.now() + START_LIMIT_MS;
  for (;;) {
    const answer = await fetch(`${address}/status`).catch(() => undefined);
    if (answer?.ok) return;
    if (performance.now() > end) throw new Error(`no driver answers at ${address}`);
    await new Promise((resolve) => setTimeout(resolve, POLL_INTERVAL_MS));
  }
}

/** What it does; rejects if the program cannot be started, or ends before it is done. */
function unlessItEnds<T>(child: ChildProcess, name: string, deed: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    child.once("error", ({ message }) => {
      reject(new Error(message));
    });
    child.once("exit", (code) => {
      reject(new Error(`${name} ends at once with ${code ?? "a signal"}`));
    });
    deed.then(resolve, reject);
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill();
  await gone;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
