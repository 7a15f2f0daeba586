// WebKit's tabs, over WebDriver: a browser each. The protocol tells nothing of the console and of requests, so the site is
// served with a script that writes them down in the page (recordedSite.ts).
import { inject } from "vitest";
import type { BrowserTab, StartedBrowser } from "./browserTab.js";
import { clickActions, typeActions } from "./handActions.js";
import type { Recorded } from "./recordProblems.js";
import { serveRecordedSite } from "./recordedSite.js";
import { ensureWebKit } from "../../../scripts/ensureWebKit.js";
import { launchWebKit, type WebKit, type WebKitOptions } from "../../../scripts/launchWebKit.js";

/** How long a function in the page may take. */
const SCRIPT_LIMIT_MS = 120_000;

export async function startWebKit(options: WebKitOptions = {}): Promise<StartedBrowser> {
  const webKit = await launchWebKit(await ensureWebKit(), options);
  const site = await serveRecordedSite(new URL(inject("siteUrl")).pathname);
  return {
    siteUrl: site.url,
    openTab: () => openTab(webKit),
    close: async () => {
      await webKit.close();
      await site.close();
    },
  };
}

async function openTab(webKit: WebKit): Promise<BrowserTab> {
  const session = await webKit.open();
  await session.send("POST", "/timeouts", { script: SCRIPT_LIMIT_MS });
  await session.send("POST", "/window/rect", { width: 1280, height: 900 });
  const problems: string[] = [];
  const ask = async (command: string, body: object) => {
    await session.send("POST", command, body);
  };
  const run = async (call: string): Promise<unknown> => {
    const script = `return (async () => JSON.stringify({
      result: await (${call}), problems: globalThis.takeProblems?.() ?? [] }))()`;
    const text = (await session.send("POST", "/execute/sync", { script, args: [] })) as string;
    const answer = JSON.parse(text) as Recorded;
    problems.push(...answer.problems);
    return answer.result;
  };
  /** What the page that is left has to say. */
  const leave = () => run("null");
  return {
    problems,
    evaluate: (there, ...values) =>
      run(`(${String(there)})(...${JSON.stringify(values)})`) as Promise<never>,
    go: async (url) => {
      await leave();
      await ask("/url", { url });
    },
    reload: async () => {
      await leave();
      await ask("/refresh", {});
    },
    click: (place, times) => ask("/actions", { actions: clickActions(place, times) }),
    type: (text) => ask("/actions", { actions: typeActions(text) }),
    close: () => session.end(),
  };
}
