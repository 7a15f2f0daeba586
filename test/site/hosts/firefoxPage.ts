// A page of the site in a Firefox, in a user context (cookies, storage) of its own, with a record of
// what a sound page must not do. Functions given to it run in the page.
import type { BidiEvent } from "../../../scripts/connectBidi.js";
import type { Firefox } from "../../../scripts/launchFirefox.js";

const WAIT_LIMIT_MS = 120_000;
const POLL_INTERVAL_MS = 200;

export interface FirefoxPage {
  /** Console messages of every level, uncaught errors, requests that failed or left the site. */
  problems: string[];
  /** Runs a function that uses nothing from outside itself; its arguments and result are JSON. */
  evaluate<A extends unknown[], T>(run: (...values: A) => T | Promise<T>, ...values: A): Promise<T>;
  /** Resolves when the function returns true; after two minutes rejects with the page's text. */
  waitUntil<A extends unknown[]>(holds: (...values: A) => boolean, ...values: A): Promise<void>;
  close(): Promise<void>;
}

/** Opens the address; resolves when the page has loaded. */
export async function openFirefoxPage(firefox: Firefox, address: string): Promise<FirefoxPage> {
  const { userContext } = (await firefox.send("browser.createUserContext", {})) as {
    userContext: string;
  };
  const { context } = (await firefox.send("browsingContext.create", {
    type: "tab",
    userContext,
  })) as { context: string };
  const problems: string[] = [];
  firefox.onEvent((event) => {
    const problem = problemIn(event, context, new URL(address).origin);
    if (problem !== undefined) problems.push(problem);
  });
  const events = ["log.entryAdded", "network.responseCompleted", "network.fetchError"];
  await firefox.send("session.subscribe", { events });
  await firefox.send("browsingContext.navigate", { context, url: address, wait: "complete" });

  const evaluate: FirefoxPage["evaluate"] = async (run, ...values) => {
    const answer = (await firefox.send("script.callFunction", {
      functionDeclaration: `async (values) => JSON.stringify(await (${String(run)})(...JSON.parse(values)))`,
      arguments: [{ type: "string", value: JSON.stringify(values) }],
      target: { context },
      awaitPromise: true,
    })) as { result?: { value?: string }; exceptionDetails?: { text: string } };
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.text);
    return JSON.parse(answer.result?.value ?? "null") as never;
  };
  return {
    problems,
    evaluate,
    waitUntil: async (holds, ...values) => {
      const end = performance.now() + WAIT_LIMIT_MS;
      while (!(await evaluate(holds, ...values))) {
        if (performance.now() > end) {
          const text = await evaluate(() => document.querySelector("main")!.innerText);
          throw new Error(
            `waited in vain for ${String(holds)}, ${JSON.stringify(values)}:\n${text}`,
          );
        }
        await new Promise((resolve) => setTimeout(resolve, POLL_INTERVAL_MS));
      }
    },
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
function problemIn({ method, params }: BidiEvent, page: string, site: string): string | undefined {
  const { context, source, level, text, errorText, request, response } = params as EventParams;
  if ((context ?? source?.context) !== page) return undefined;
  if (method === "log.entryAdded") return `console ${level ?? ""}: ${text ?? ""}`;
  const { url } = request!;
  if (method === "network.fetchError") return `failed: ${url} (${errorText ?? ""})`;
  if (response && response.status >= 400) return `${response.status}: ${url}`;
  const isLocal = /^(data|blob):/.test(url) || new URL(url).origin === site;
  return isLocal ? undefined : `request to another origin: ${url}`;
}
