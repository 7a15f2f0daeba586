// check:host against hosts that are sound but for one thing.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, onTestFinished, test } from "vitest";
import { type Alteration, alteredHost, withOwnCertificate } from "./alteredHost.js";
import { header, lackingHosts, script, type } from "./lackingHosts.js";
import { checkHost } from "../../../scripts/host/checkHost.js";
import type { Finding } from "../../../scripts/host/finding.js";
import type { ServedSite } from "../../../scripts/site/serveSite.js";

async function served(alteration: Alteration): Promise<ServedSite> {
  const host = await alteredHost({
    ...alteration,
    options: { base: "/aula/", ...alteration.options },
  });
  onTestFinished(() => {
    host.server.close();
    host.server.closeAllConnections();
  });
  return host;
}

/** What is lacking: the verdict and the topic of each. */
function lacking(findings: Finding[]): string[] {
  return findings
    .filter(({ verdict }) => verdict !== "fine")
    .map(({ verdict, topic, found }) => `${verdict} ${topic}: ${found}`);
}

describe("check:host", () => {
  test("finds nothing lacking at a sound host", async () => {
    const { root, findings } = await checkHost((await served({})).url);
    expect(root).toMatch(/\/aula\/$/);
    expect(lacking(findings)).toEqual([]);
    expect(findings.find(({ topic }) => topic === "files")!.found).toMatch(
      /all are there: \d\d pages/,
    );
  });

  test.for(lackingHosts)(
    "says what is lacking, and nothing else: %s",
    async ([, alteration, finding]) => {
      const { findings } = await checkHost((await served(alteration)).url);
      expect(lacking(findings)).toEqual([expect.stringMatching(finding)]);
    },
  );

  test.for([
    ["script-src 'self'", ["'wasm-unsafe-eval'", "blob:", "hashes"], "costs"],
    [
      "script-src 'none'",
      ["script-src 'self'", "worker-src", "'wasm", "blob:", "hashes"],
      "breaks",
    ],
    ["worker-src 'none'", ["worker-src 'self'"], "breaks"],
    ["default-src 'self' 'unsafe-inline' 'unsafe-eval'", ["blob:", "data:"], "costs"],
    ["sandbox allow-scripts", ["sandbox"], "breaks"],
    ["connect-src https://otra.example", ["connect-src"], "breaks"],
    ["upgrade-insecure-requests", [], "fine"],
  ] as [string, string[], string][])("reads the policy %s", async ([policy, lacks, verdict]) => {
    const host = await served(header("Content-Security-Policy", policy));
    const { findings } = await checkHost(host.url);
    const found = findings.filter(({ topic }) => topic === "policy");
    for (const word of lacks) expect(found.map((each) => each.found).join("\n")).toContain(word);
    expect(lacking(findings)).toHaveLength(lacks.length);
    expect(found.some((each) => each.verdict === verdict)).toBe(true);
    expect(found.some((each) => each.verdict === "breaks")).toBe(verdict === "breaks");
  });

  test("knows a certificate that browsers refuse, and goes on", async () => {
    const { url } = await withOwnCertificate(await served({}));
    const { findings } = await checkHost(url);
    expect(lacking(findings)).toEqual([
      expect.stringMatching(/^breaks https: the certificate is refused/),
    ]);
    expect(findings).toContainEqual(expect.objectContaining({ topic: "http2", verdict: "fine" }));
  });

  test.for([
    ["nada/", "answers 404"],
    ["_file/", "answers 404"],
  ] as [string, string][])("says that nothing is there: %s", async ([path, found]) => {
    const host = await served({});
    const { findings } = await checkHost(`${host.url}${path}`);
    expect(lacking(findings)).toEqual([expect.stringContaining(found)]);
  });

  test("as a command prints the lines to add, and ends with 1 if the site is broken", async () => {
    const run = (url: string) =>
      promisify(execFile)("npx", ["tsx", "scripts/checkHost.ts", url, "--kind", "nginx"]);
    const bare = await run((await served({ options: { isolated: false } })).url);
    expect(bare.stdout).toContain("add_header Cross-Origin-Embedder-Policy require-corp;");
    expect(bare.stdout).not.toContain("gzip_types");
    const broken = await served(type(script, "text/plain"));
    await expect(run(broken.url)).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringContaining("✗ breaks  types") as string,
    });
  });
});
