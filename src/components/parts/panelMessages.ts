// What a panel tells the reader while it works: notices that hold until another about the same comes, and
// problems. The list on the page leaves what stays where it is, so that a screen reader says what is new.
import { html } from "htl";
import { putInOrder } from "./putInOrder.js";

export type PanelMessage =
  /** @property about the thing that it is about; a panel has one notice about it at most */
  { kind: "notice"; about: string; text: string } | { kind: "problem"; text: string };

export function problem(text: string): PanelMessage {
  return { kind: "problem", text };
}

/** The messages with the notice in the place of the one about the same; undefined: that one goes. */
export function withNotice<Message extends { kind: string }>(
  messages: readonly (Message | PanelMessage)[],
  { about, message }: { about: string; message: string | undefined },
): (Message | PanelMessage)[] {
  const others = messages.filter((one) => !("about" in one && one.about === about));
  return message === undefined ? others : [...others, { kind: "notice", about, text: message }];
}

export function renderMessage({ kind, text }: PanelMessage): HTMLElement {
  return html`<p class=${kind === "problem" ? "callout error" : "callout"}>${text}</p>`;
}

export interface MessageList<Message> {
  element: HTMLElement;
  show: (messages: readonly Message[]) => void;
}

/** @param options.key messages of one key are one, drawn once */
export function messageList<Message>({
  key,
  render,
}: {
  key: (message: Message) => string;
  render: (message: Message) => HTMLElement;
}): MessageList<Message> {
  const element = html`<div role="alert"></div>`;
  let shown = new Map<string, HTMLElement>();
  return {
    element,
    show(messages) {
      const next = new Map<string, HTMLElement>();
      for (const message of messages) {
        next.set(key(message), shown.get(key(message)) ?? render(message));
      }
      shown = next;
      putInOrder(element, [...next.values()]);
    },
  };
}
