// The command line of the bench.
import { parseArgs } from "node:util";

export interface BenchOptions {
  /** Counted ones, after the warm-up. */
  rounds: number;
  /** Beginnings of the contestants' names; empty: all. */
  only: readonly string[];
  /** Beginnings of the networks' names; empty: all. */
  network: readonly string[];
  networks: boolean;
  evaluation: boolean;
  kernels: boolean;
  site: boolean;
  json: boolean;
}

export function parseBenchOptions(args: readonly string[]): BenchOptions {
  const flag = { type: "boolean", default: false } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      rounds: { type: "string", default: "9" },
      only: { type: "string", multiple: true, default: [] },
      network: { type: "string", multiple: true, default: [] },
      "skip-networks": flag,
      "skip-evaluation": flag,
      "skip-kernels": flag,
      "skip-site": flag,
      json: flag,
    },
  });
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) {
    throw new RangeError(`--rounds: a whole number above 0 expected, ${values.rounds} found`);
  }
  return {
    rounds,
    only: values.only,
    network: values.network,
    networks: !values["skip-networks"],
    evaluation: !values["skip-evaluation"],
    kernels: !values["skip-kernels"],
    site: !values["skip-site"],
    json: values.json,
  };
}

/** Whether the name begins with one of these, or there are none. */
export function startsWithOneOf(name: string, beginnings: readonly string[]): boolean {
  return beginnings.length === 0 || beginnings.some((beginning) => name.startsWith(beginning));
}
