// A session with a browser that is driven over WebDriver (https://www.w3.org/TR/webdriver2/): commands and
// their answers over HTTP. No more of the protocol than that.

export interface WebDriverSession {
  /** As the browser names itself. */
  version: string;
  /** Resolves with the command's value; rejects with the driver's reason. `command` begins with a slash. */
  send(method: "GET" | "POST", command: string, body?: object): Promise<unknown>;
  /** Ends the session, and with it the browser. */
  end(): Promise<void>;
}

/** Longer than any function in a page may take: a driver that says nothing for so long has been lost. */
const ANSWER_LIMIT_MS = 200_000;

/** Starts a browser; rejects if the driver at this address has none to offer. */
export async function openWebDriverSession(
  driver: string,
  capabilities: object,
): Promise<WebDriverSession> {
  const opened = (await ask("POST", `${driver}/session`, {
    capabilities: { alwaysMatch: capabilities },
  })) as { sessionId: string; capabilities: { browserVersion: string } };
  const session = `${driver}/session/${opened.sessionId}`;
  return {
    version: opened.capabilities.browserVersion,
    send: (method, command, body) => ask(method, session + command, body),
    end: async () => {
      await ask("DELETE", session);
    },
  };
}

async function ask(method: string, address: string, body?: object): Promise<unknown> {
  const response = await fetch(address, {
    method,
    signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
    ...(body && { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } }),
  }).catch((error: unknown) => {
    throw new Error(`no answer to ${method} ${address}`, { cause: error });
  });
  const { value } = (await response.json()) as { value: unknown };
  if (response.ok) return value;
  const { error, message } = value as { error: string; message: string };
  throw new Error(`${error}: ${message}`);
}
