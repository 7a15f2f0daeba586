// What a newcomer's `npm start` serves: the preview of Framework, isolated, so that a training has threads there too.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { expect } from "vitest";
import { record, test } from "../support/browser.js";

test("npm start serves pages whose trainings may use several threads", async ({ browser }) => {
  const args = ["--import", "tsx", "scripts/start.ts", "--no-open"];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const page = await browser.newPage();
  const problems = record(page);
  try {
    const url = await addressOf(createInterface({ input: child.stdout }));
    await page.goto(`${url}entrenar.html`, { timeout: 120_000 });
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    await page.locator(".engine-choice-help").waitFor({ timeout: 120_000 });
    expect(problems.filter((problem) => problem.startsWith("error"))).toEqual([]);
  } finally {
    await page.close();
    child.kill();
    await once(child, "exit");
  }
});

async function addressOf(lines: AsyncIterable<string>): Promise<string> {
  for await (const line of lines) {
    const found = /https?:\/\/\S+\//.exec(line);
    if (found) return found[0];
  }
  throw new Error("the preview has ended without an address");
}
