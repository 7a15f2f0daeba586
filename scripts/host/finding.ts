// What check:host has found of a host.

/** What of a host a finding is about. Those of the configurations in docs/publishing.md are named so there. */
export type Topic =
  | "site"
  | "files"
  | "types"
  | "data"
  | "addresses"
  | "missing"
  | "https"
  | "http2"
  | "compression"
  | "caching"
  | "ranges"
  | "isolation"
  | "policy"
  | "permissions"
  | "framing";

export interface Finding {
  topic: Topic;
  /** `breaks`: the site does not work; `costs`: it works with less; `fine`: nothing is lacking. */
  verdict: "breaks" | "costs" | "fine";
  /** What the host does, with what it sent. */
  found: string;
  /** What the reader loses. */
  cost?: string;
}

export function fine(topic: Topic, found: string): Finding {
  return { topic, verdict: "fine", found };
}

export function costs(topic: Topic, found: string, cost: string): Finding {
  return { topic, verdict: "costs", found, cost };
}

export function breaks(topic: Topic, found: string, cost: string): Finding {
  return { topic, verdict: "breaks", found, cost };
}
