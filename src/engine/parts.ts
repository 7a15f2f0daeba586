// The exported functions of a program, made of phases. With one thread they call the kernels in order;
// with several, each thread runs its slices of them, and a barrier stands between phases, and wherever
// the slices change from images to something else.
import type { FunctionBuilder, Local, ModuleBuilder } from "./assembler.js";
import { defineBarrier } from "./kernels/barrier.js";
import type { Argument, Call } from "./layerKernels.js";
import type { Places } from "./places.js";

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

type PartName = keyof Parts;
const partNames: readonly PartName[] = ["step", "evaluate", "weightsChanged"];

interface Options {
  places: Places;
  threads: number;
  parts: Parts;
}

export function defineParts(module: ModuleBuilder, { places, threads, parts }: Options): void {
  const barrier = threads > 1 ? defineBarrier(module, places.team, threads) : undefined;
  const indices = partNames.map((name) =>
    definePart(module, { name, threads, barrier }, parts[name]),
  );
  if (barrier === undefined) {
    partNames.forEach((name, i) => {
      module.define(name, 3, (f) => {
        f.i32(0);
        for (const parameter of f.parameters) f.get(parameter);
        f.call(indices[i]!);
      });
    });
  } else {
    defineTeam(module, { team: places.team, barrier, indices });
  }
}

/** The first thread's functions, which call the others to work, and what the others do. */
function defineTeam(
  module: ModuleBuilder,
  { team, barrier, indices }: { team: Places["team"]; barrier: number; indices: number[] },
): void {
  partNames.forEach((name, part) => {
    module.define(name, 3, (f) => {
      f.i32(team.part).i32(part).at("i32.store");
      f.parameters.forEach((parameter, i) => {
        f.i32(team.arguments + 4 * i)
          .get(parameter)
          .at("i32.store");
      });
      f.i32(0).call(barrier).i32(0);
      for (const parameter of f.parameters) f.get(parameter);
      f.call(indices[part]!).i32(0).call(barrier);
    });
  });
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
  { name, threads, barrier }: { name: PartName; threads: number; barrier: number | undefined },
  phases: readonly Phase[],
): number {
  return module.define(`${name}Part`, 4, (f) => {
    const [thread, n, seed, batch] = f.parameters as [Local, Local, Local, Local];
    const values: Record<Argument, Local> = { n, seed, batch };
    const wait = () => {
      if (barrier !== undefined) f.get(thread).call(barrier);
    };
    const images = f.local("i32");
    const [first, count] = [f.local("i32"), f.local("i32")];
    const share = { thread, threads, first, count };
    f.get(n).set(images);
    phases.forEach((phase, index) => {
      if (index > 0) wait();
      let over: Call["over"] | undefined;
      for (const call of phase.calls ?? []) {
        const changes = (over === "images") !== (call.over === "images");
        if (over !== undefined && changes) wait();
        if (over !== call.over) slice(f, share, call.over === "images" ? images : call.over);
        over = call.over;
        f.get(count);
        f.when(() => {
          f.get(first).get(count);
          for (const argument of call.takes) f.get(values[argument]);
          f.call(call.kernel);
        });
      }
      phase.whole?.forEach((kernel, i) => {
        f.get(thread)
          .i32(i % threads)
          .op("i32.eq");
        f.when(() => f.call(kernel));
      });
    });
  });
}

/** Sets the first and the count of the thread's slice of so many things. */
function slice(
  f: FunctionBuilder,
  { thread, threads, first, count }: { thread: Local; threads: number; first: Local; count: Local },
  over: Local | number,
): void {
  const push = () => (typeof over === "number" ? f.i32(over) : f.get(over));
  if (threads === 1) {
    f.i32(0).set(first);
    push().set(count);
    return;
  }
  push().get(thread).op("i32.mul").i32(threads).op("i32.div_u").set(first);
  push().get(thread).i32(1).op("i32.add", "i32.mul").i32(threads).op("i32.div_u");
  f.get(first).op("i32.sub").set(count);
}
