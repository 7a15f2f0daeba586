// A connection to a browser that speaks WebDriver BiDi (https://w3c.github.io/webdriver-bidi/): commands
// and their answers, and the events subscribed to. No more of the protocol than that.
import { once } from "node:events";
import { WebSocket } from "ws";

export interface BidiConnection {
  /** Resolves with the command's result; rejects with the browser's reason. */
  send(method: string, params: object): Promise<unknown>;
  /** Hears every event of the session's subscriptions. */
  onEvent(listener: (event: BidiEvent) => void): void;
  close(): void;
}

export interface BidiEvent {
  method: string;
  params: unknown;
}

type Message =
  | { type: "success"; id: number; result: unknown }
  | { type: "error"; id: number | null; error: string; message: string }
  | ({ type: "event" } & BidiEvent);

interface Waiting {
  resolve: (result: unknown) => void;
  reject: (error: Error) => void;
}

/** Opens the connection; rejects if nothing answers at this address (`ws://…/session`). */
export async function connectBidi(address: string): Promise<BidiConnection> {
  const socket = new WebSocket(address, { perMessageDeflate: false });
  await once(socket, "open");
  const waiting = new Map<number, Waiting>();
  const listeners: ((event: BidiEvent) => void)[] = [];
  let sent = 0;
  socket.on("message", (data: Buffer) => {
    const message = JSON.parse(data.toString()) as Message;
    if (message.type === "event") {
      for (const listener of listeners) listener(message);
      return;
    }
    const command = waiting.get(message.id ?? NaN);
    waiting.delete(message.id ?? NaN);
    if (message.type === "success") command?.resolve(message.result);
    else command?.reject(new Error(`${message.error}: ${message.message}`));
  });
  socket.on("close", () => {
    for (const { reject } of waiting.values()) reject(new Error("the browser has gone"));
    waiting.clear();
  });
  return {
    send: (method, params) =>
      new Promise((resolve, reject) => {
        const id = ++sent;
        waiting.set(id, { resolve, reject });
        socket.send(JSON.stringify({ id, method, params }), (error) => {
          if (error) reject(error);
        });
      }),
    onEvent: (listener) => {
      listeners.push(listener);
    },
    close: () => {
      socket.close();
    },
  };
}
