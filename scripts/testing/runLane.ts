// The steps of npm test: npm scripts, each in a process of its own.
import { spawn } from "node:child_process";

export interface Step {
  name: string;
  /** Its name in package.json. */
  script: string;
}

export interface EndedStep {
  name: string;
  status: number;
  seconds: number;
}

/** Resolves when the script has ended, however. `aside`: what it prints comes in one piece, at its end. */
function runStep({ name, script }: Step, { aside = false } = {}): Promise<EndedStep> {
  const start = performance.now();
  const child = spawn("npm", ["run", "--silent", script], {
    stdio: ["ignore", aside ? "pipe" : "inherit", aside ? "pipe" : "inherit"],
  });
  const printed: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => printed.push(chunk));
  }
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      process.stdout.write(Buffer.concat(printed));
      resolve({ name, status: code ?? 1, seconds: (performance.now() - start) / 1000 });
    });
  });
}

/** The steps one after the other, up to the first that fails. */
export async function runLane(
  steps: readonly Step[],
  options: { aside: boolean },
): Promise<EndedStep[]> {
  const ended: EndedStep[] = [];
  for (const step of steps) {
    ended.push(await runStep(step, options));
    if (ended.at(-1)!.status !== 0) break;
  }
  return ended;
}
