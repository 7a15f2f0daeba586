// A stock Firefox's tabs, over WebDriver BiDi: a user context each.
import { inject } from "vitest";
import type { BrowserTab, StartedBrowser } from "./browserTab.js";
import { clickActions, typeActions } from "./handActions.js";
import type { BidiEvent } from "../../../scripts/connectBidi.js";
import { ensureFirefox } from "../../../scripts/ensureFirefox.js";
import { type Firefox, launchFirefox } from "../../../scripts/launchFirefox.js";

export async function startFirefox(): Promise<StartedBrowser> {
  const firefox = await launchFirefox(await ensureFirefox());
  const events = ["log.entryAdded", "network.responseCompleted", "network.fetchError"];
  await firefox.send("session.subscribe", { events });
  return {
    siteUrl: inject("siteUrl"),
    openTab: () => openTab(firefox),
    close: () => firefox.close(),
  };
}

async function openTab(firefox: Firefox): Promise<BrowserTab> {
  const { userContext } = (await firefox.send("browser.createUserContext", {})) as {
    userContext: string;
  };
  const { context } = (await firefox.send("browsingContext.create", {
    type: "tab",
    userContext,
  })) as { context: string };
  const problems: string[] = [];
  firefox.onEvent((event) => {
    const problem = problemIn(event, context);
    if (problem !== undefined) problems.push(problem);
  });
  const ask = async (method: string, params: object) => {
    await firefox.send(method, { context, ...params });
  };
  return {
    problems,
    evaluate: async (run, ...values) => {
      const answer = (await firefox.send("script.callFunction", {
        functionDeclaration: `async (values) => JSON.stringify(await (${String(run)})(...JSON.parse(values)))`,
        arguments: [{ type: "string", value: JSON.stringify(values) }],
        target: { context },
        awaitPromise: true,
      })) as { result?: { value?: string }; exceptionDetails?: { text: string } };
      if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.text);
      return JSON.parse(answer.result?.value ?? "null") as never;
    },
    go: (url) => ask("browsingContext.navigate", { url, wait: "complete" }),
    reload: () => ask("browsingContext.reload", { wait: "complete" }),
    click: (place, times) => ask("input.performActions", { actions: clickActions(place, times) }),
    type: (text) => ask("input.performActions", { actions: typeActions(text) }),
    close: async () => {
      await firefox.send("browser.removeUserContext", { userContext });
    },
  };
}

interface EventParams {
  context?: string | null;
  source?: { context?: string };
  level?: string;
  text?: string | null;
  errorText?: string;
  request?: { url: string };
  response?: { status: number };
}

/** In words, if the event is one of this page and not as it should be. */
function problemIn({ method, params }: BidiEvent, page: string): string | undefined {
  const { context, source, level, text, errorText, request, response } = params as EventParams;
  if ((context ?? source?.context) !== page) return undefined;
  if (method === "log.entryAdded") return `console ${level ?? ""}: ${text ?? ""}`;
  const { url } = request!;
  if (method === "network.fetchError") {
    return leftUnfinished(errorText) ? undefined : `failed: ${url} (${errorText ?? ""})`;
  }
  if (response && response.status >= 400) return `${response.status}: ${url}`;
  const isLocal =
    /^(data|blob):/.test(url) || new URL(url).hostname === new URL(inject("siteUrl")).hostname;
  return isLocal ? undefined : `request to another origin: ${url}`;
}

/** Leaving a page ends its open requests; that is no fault of the page. */
function leftUnfinished(errorText = ""): boolean {
  return errorText === "NS_BINDING_ABORTED";
}
