// Whether a content security policy that the host sends lets the site do what it does, and whether the host has changed
// the pages, whose own policy then stops what it has added.
import { hashOf, inlineScripts } from "../../site/contentPolicy.js";
import { breaks, costs, fine, type Finding } from "../finding.js";
import { contentOf, headerOf } from "../hostRequest.js";
import { allowsInline, allowsOwn, includes, parsePolicies, type Policy } from "../policySources.js";
import type { Site } from "../readSite.js";

const HEADER = "content-security-policy";
const OWN_POLICY = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/;

interface Need {
  /** What the policy lacks, as it would be written. */
  lacks: string;
  isMet: (policy: Policy, page: { url: string; hashes: string[] }) => boolean;
  verdict: typeof breaks | typeof costs;
  cost: string;
}

const needs: Need[] = [
  {
    lacks: "script-src 'self'",
    isMet: (policy, { url }) => allowsOwn(policy, "script-src", url),
    verdict: breaks,
    cost: "The pages can be read, and nothing in them works.",
  },
  {
    lacks: "worker-src 'self'",
    isMet: (policy, { url }) => allowsOwn(policy, "worker-src", url),
    verdict: breaks,
    cost: "Nothing trains.",
  },
  {
    lacks: "connect-src 'self'",
    isMet: (policy, { url }) => allowsOwn(policy, "connect-src", url),
    verdict: breaks,
    cost: "The data does not come.",
  },
  {
    lacks: "style-src 'self' 'unsafe-inline'",
    isMet: (policy, { url }) =>
      allowsOwn(policy, "style-src", url) && allowsInline(policy, "style-src", []),
    verdict: breaks,
    cost: "Pages and figures lose their looks.",
  },
  {
    lacks: "script-src 'wasm-unsafe-eval'",
    isMet: (policy) => includes(policy, "script-src", "'wasm-unsafe-eval'", "'unsafe-eval'"),
    verdict: costs,
    cost: "The engine of the site cannot run: TensorFlow.js trains, in plain JavaScript, and takes some thirty times as long.",
  },
  {
    lacks: "script-src blob:",
    isMet: (policy) => includes(policy, "script-src", "blob:"),
    verdict: costs,
    cost: "Cells cannot be changed; their button says why.",
  },
  {
    lacks: "the hashes of the pages' inline scripts, in script-src",
    isMet: (policy, { hashes }) => allowsInline(policy, "script-src", hashes),
    verdict: costs,
    cost: "The search and the menu's memory do not work. The hashes stand in the pages' own policy, and change with them: leave script-src to that one.",
  },
  {
    lacks: "img-src 'self' data: blob:",
    isMet: (policy, { url }) =>
      allowsOwn(policy, "img-src", url) &&
      ["data:", "blob:"].every((source) => includes(policy, "img-src", source)),
    verdict: costs,
    cost: "Pictures of garments are missing.",
  },
  {
    lacks: "font-src 'self'",
    isMet: (policy, { url }) => allowsOwn(policy, "font-src", url),
    verdict: costs,
    cost: "Texts are set in the reader's own fonts.",
  },
  {
    lacks: "sandbox without allow-scripts and allow-same-origin",
    isMet: (policy) =>
      !policy.has("sandbox") ||
      ["allow-scripts", "allow-same-origin"].every((word) => policy.get("sandbox")!.includes(word)),
    verdict: breaks,
    cost: "The pages have no origin: they can be read, and not much else.",
  },
  {
    lacks: "no require-trusted-types-for",
    isMet: (policy) => !policy.has("require-trusted-types-for"),
    verdict: breaks,
    cost: "The pages write their figures as HTML, which browsers then refuse.",
  },
];

export function checkPolicy({ page, code }: Site): Finding[] {
  const hashes = inlineScripts(contentOf(page).toString()).map(hashOf);
  const sent = [page, ...[...code.values()].slice(0, 1)].map((each) => headerOf(each, HEADER));
  const policies = sent.flatMap(parsePolicies);
  if (policies.length === 0)
    return [fine("policy", "the host sends none; the pages bring their own")];
  const failed = needs.filter(
    ({ isMet }) => !policies.every((policy) => isMet(policy, { url: page.url, hashes })),
  );
  if (failed.length === 0) return [fine("policy", "the host's allows what the site needs")];
  return failed.map(({ lacks, verdict, cost }) =>
    verdict("policy", `the host's ${HEADER} lacks ${lacks}`, cost),
  );
}

/** What the host has put into the pages. */
export function checkAdded({ page }: Site): Finding[] {
  const html = contentOf(page).toString();
  const own = OWN_POLICY.exec(html)?.[1];
  if (own === undefined) {
    return [
      costs(
        "policy",
        "the pages have lost the policy that they bring",
        "Nothing to the reader, but a guard. Publish dist/ as it was built.",
      ),
    ];
  }
  const hashes = inlineScripts(html).map(hashOf);
  const foreign = [...html.matchAll(/<script[^>]* src="(https?:[^"]+)"/g)].map(([, src]) => src!);
  const unknown = hashes.filter((hash) => !own.includes(hash)).length;
  const lost = (own.match(/'sha256-[^']+'/g) ?? []).filter((hash) => !hashes.includes(hash)).length;
  if (unknown === 0 && foreign.length === 0 && lost === 0) return [];
  const found = [
    unknown > 0 && `${unknown} inline scripts`,
    ...foreign,
    lost > 0 && `${lost} scripts of the site are changed`,
  ];
  return [
    costs(
      "policy",
      `the host changes the pages: ${found.filter(Boolean).join(", ")}`,
      "The pages' policy lets none of it run, and the console says so. Turn the host's \"optimizations\" and analytics off.",
    ),
  ];
}
