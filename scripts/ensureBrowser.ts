// Finds a browser that starts, or installs one, or says what to do: what ensureChromium, ensureFirefox
// and ensureWebKit have in common.
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { failureLine } from "./runInstaller.js";

export interface BrowserSearch {
  /** As in `The tests need a …`. */
  name: string;
  /** The environment variable that names one; then no other is tried. */
  variable: string;
  namesOnPath: string[];
  /** Where else one may stand. */
  places: string[];
  launch: (path: string) => Promise<{ close(): Promise<void> }>;
  /** Tried in order; each returns where the browser should be, or tells `tried` why there is none. */
  installers: ((tried: string[]) => string | undefined)[];
  /** What a person can do, a line each. */
  advice: string[];
}

/** The path of a browser that starts. Rejects with what was tried and what to install. */
export async function ensureBrowser(search: BrowserSearch): Promise<string> {
  const { name, variable, namesOnPath, places, installers, advice } = search;
  const tried: string[] = [];
  const given = process.env[variable];
  if (given !== undefined) {
    if (await starts(given, search, tried)) return given;
    throw new Error(`${variable} names no browser that starts:\n${tried.join("\n")}`);
  }
  for (const path of [...onPath(namesOnPath), ...places]) {
    if (existsSync(path) && (await starts(path, search, tried))) return path;
  }
  tried.push(`- none of ${namesOnPath.join(", ")} on PATH or in its usual place starts`);
  for (const install of installers) {
    const path = install(tried);
    if (path !== undefined && existsSync(path) && (await starts(path, search, tried))) return path;
  }
  throw new Error(
    `The tests need a ${name} and none could be found or installed.\n${tried.join("\n")}\n` +
      `Install one and run this again:\n${advice.join("\n")}`,
  );
}

/** Whether the browser starts; if not, adds the reason to `tried`. */
async function starts(path: string, { launch }: BrowserSearch, tried: string[]): Promise<boolean> {
  try {
    await (await launch(path)).close();
    return true;
  } catch (error) {
    tried.push(`- ${path} does not start: ${failureLine(String(error))}`);
    return false;
  }
}

function onPath(names: string[]): string[] {
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}
