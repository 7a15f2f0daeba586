import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Topic } from "../../../scripts/host/finding.js";
import { guessKind, type HostKind, hostKinds, linesFor } from "../../../scripts/host/hostLines.js";
import { contentPolicy } from "../../../scripts/site/contentPolicy.js";

const publishing = readFileSync("docs/publishing.md", "utf8");
const servers: HostKind[] = ["nginx", "apache"];

test.each(Object.keys(hostKinds) as HostKind[])("%s has its section", (kind) => {
  expect(() => linesFor(publishing, kind, "isolation")).not.toThrow();
});

test("what one sets up oneself has lines for all that a configuration can change", () => {
  const topics: Topic[] = [
    "isolation",
    "caching",
    "compression",
    "types",
    "addresses",
    "missing",
    "https",
  ];
  for (const kind of servers) {
    for (const topic of topics)
      expect(linesFor(publishing, kind, topic), `${kind} ${topic}`).toMatch(/^\s*# /);
  }
  expect(linesFor(publishing, "apache", "isolation")).toBe(
    "# isolation: on every file, the workers' too\nHeader always set Cross-Origin-Opener-Policy same-origin\nHeader always set Cross-Origin-Embedder-Policy require-corp",
  );
});

test("Netlify and Cloudflare read one file of headers", () => {
  for (const topic of ["isolation", "caching"] as const) {
    const lines = linesFor(publishing, "netlify", topic);
    expect(lines).toMatch(/^# /);
    expect(linesFor(publishing, "cloudflare", topic)).toBe(lines);
  }
});

test("a host without a choice has no lines", () => {
  expect(linesFor(publishing, "github", "isolation")).toBeUndefined();
});

test.each([
  ["maestra.github.io", "GitHub.com", "github"],
  ["red.example.org", "nginx/1.22.1", "nginx"],
  ["red.example.org", "LiteSpeed", "apache"],
  ["red.pages.dev", "cloudflare", "cloudflare"],
  ["escuela.gitlab.io", "", "gitlab"],
  ["red.example.org", "", undefined],
])("%s with the header «%s» is of the kind %s", (hostname, server, kind) => {
  expect(guessKind(hostname, server)).toBe(kind);
});

test("publishing.md quotes the policy that the pages have", () => {
  const quoted = publishing.replace(/\n/g, " ").replace(" 'sha256-…'", "");
  expect(quoted).toContain(contentPolicy());
});
