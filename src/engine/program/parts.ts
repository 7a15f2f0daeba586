// The exported functions of a program, made of phases. With one thread they call the kernels in order;
// with several, the threads share their slices, and a barrier stands between phases, and wherever the
// slices change from images to something else. Each part is begun, which sets the other threads to work,
// and finished, which is the first thread's own share.
import type { FunctionBuilder, Local } from "../assembler/functionBuilder.js";
import type { ModuleBuilder } from "../assembler/moduleBuilder.js";
import { defineBarrier } from "../threads/barrier.js";
import type { Argument, Call } from "./layerCalls.js";
import type { Places } from "../places/places.js";
import { defineShare, type Slice } from "../threads/share.js";

export interface Phase {
  calls?: readonly Call[];
  /** Kernels without slices, shared out whole. */
  whole?: readonly number[];
}

export interface Parts {
  step: readonly Phase[];
  evaluate: readonly Phase[];
  weightsChanged: readonly Phase[];
}

export type PartName = keyof Parts;
const partNames: readonly PartName[] = ["step", "evaluate", "weightsChanged"];

interface Team {
  team: Places["team"];
  threads: number;
}

export function defineParts(
  module: ModuleBuilder,
  { team, threads, parts }: Team & { parts: Parts },
): void {
  const barrier = threads > 1 ? defineBarrier(module, team, threads) : undefined;
  const indices = partNames.map((name) =>
    definePart(module, { name, threads, team, barrier }, parts[name]),
  );
  partNames.forEach((name, part) => {
    module.define(`begin.${name}`, 3, (f) => {
      if (barrier !== undefined) callOthers(f, { team, barrier, part });
    });
    module.define(`finish.${name}`, 3, (f) => {
      f.i32(0);
      for (const parameter of f.parameters) f.get(parameter);
      f.call(indices[part]!);
      if (barrier !== undefined) f.i32(0).call(barrier);
    });
  });
  if (barrier !== undefined) defineHelp(module, { team, barrier, indices });
}

/** Says what there is to do, and lets those who wait for it begin. */
function callOthers(
  f: FunctionBuilder,
  { team, barrier, part }: { team: Places["team"]; barrier: number; part: number },
): void {
  f.i32(team.part).i32(part).at("i32.store");
  f.parameters.forEach((parameter, i) => {
    f.i32(team.arguments + 4 * i)
      .get(parameter)
      .at("i32.store");
  });
  f.i32(0).call(barrier);
}

/** help(thread): what the others do, for ever. */
function defineHelp(
  module: ModuleBuilder,
  { team, barrier, indices }: { team: Places["team"]; barrier: number; indices: number[] },
): void {
  module.define("help", 1, (f) => {
    const [thread] = f.parameters as [Local];
    f.forever(() => {
      f.get(thread).call(barrier);
      indices.forEach((index, part) => {
        f.i32(team.part).at("i32.load").i32(part).op("i32.eq");
        f.when(() => {
          f.get(thread);
          for (let i = 0; i < 3; i++) f.i32(team.arguments + 4 * i).at("i32.load");
          f.call(index);
        });
      });
      f.get(thread).call(barrier);
    });
  });
}

/** part(thread, n, seed, batch): one thread's share of a part. */
function definePart(
  module: ModuleBuilder,
  { name, threads, team, barrier }: Team & { name: PartName; barrier: number | undefined },
  phases: readonly Phase[],
): number {
  return module.define(`${name}Part`, 4, (f) => {
    const [thread, n, seed, batch] = f.parameters as [Local, Local, Local, Local];
    const values: Record<Argument, Local> = { n, seed, batch, thread };
    const share = defineShare(f, { threads, taken: team.taken, images: n });
    phases.flatMap(separated).forEach(({ calls, whole }, index) => {
      if (index > 0 && barrier !== undefined) f.get(thread).call(barrier);
      const jobs = calls.map((together) => ({
        over: together[0]!.over,
        run: ({ first, count }: Slice) => {
          for (const { kernel, takes } of together) {
            f.get(first).get(count);
            for (const argument of takes) f.get(values[argument]);
            f.call(kernel);
          }
        },
      }));
      share(jobs);
      whole.forEach((kernel, i) => {
        f.get(thread)
          .i32(i % threads)
          .op("i32.eq");
        f.when(() => f.call(kernel));
      });
    });
  });
}

interface Stretch {
  /** Calls over the same thing, which go together over each slice of it. */
  calls: Call[][];
  whole: readonly number[];
}

/** The phase in stretches between which all must wait: the slices change to or from images. */
function separated({ calls = [], whole = [] }: Phase): Stretch[] {
  const stretches: Stretch[] = [];
  let over: Call["over"] | undefined;
  for (const call of calls) {
    const waits = (over === "images") !== (call.over === "images");
    if (over === undefined || waits) stretches.push({ calls: [], whole: [] });
    const { calls: groups } = stretches.at(-1)!;
    if (over !== call.over || groups.length === 0) groups.push([]);
    groups.at(-1)!.push(call);
    over = call.over;
  }
  if (stretches.length === 0) return [{ calls: [], whole }];
  stretches.at(-1)!.whole = whole;
  return stretches;
}
