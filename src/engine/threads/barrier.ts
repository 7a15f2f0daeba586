// Where the threads of a program wait for each other: a short spin, then sleep. The first thread, which
// the trainer runs, gives up if another does not come for a long time; it must have died.
import type { FunctionBuilder, Local } from "../assembler/functionBuilder.js";
import type { ModuleBuilder } from "../assembler/moduleBuilder.js";

/** Addresses of int32. */
export interface BarrierPlaces {
  arrived: number;
  /** How often the barrier has opened. */
  generation: number;
  sleeping: number;
  /** Slices taken since the barrier opened. */
  taken: number;
}

/** About fifty microseconds, longer than what lies between two steps. */
const SPINS = 20_000;
const PATIENCE_NANOSECONDS = 10_000_000_000n;
const TIMED_OUT = 2;

/** barrier(thread): comes back when all the threads have come; traps if one has died. */
export function defineBarrier(
  module: ModuleBuilder,
  { arrived, generation, sleeping, taken }: BarrierPlaces,
  threads: number,
): number {
  return module.define("barrier", 1, (f) => {
    const [thread] = f.parameters as [Local];
    const [mine, spins, isLast] = [f.local("i32"), f.local("i32"), f.local("i32")];
    f.i32(generation).at("i32.atomic.load").set(mine);
    f.i32(arrived).i32(1).at("i32.atomic.rmw.add");
    f.i32(threads - 1)
      .op("i32.eq")
      .set(isLast);
    f.get(isLast).when(() => {
      f.i32(arrived).i32(0).at("i32.atomic.store");
      f.i32(taken).i32(0).at("i32.atomic.store");
      f.i32(generation).i32(1).at("i32.atomic.rmw.add").op("drop");
      f.i32(sleeping)
        .at("i32.atomic.load")
        .when(() => {
          f.i32(generation).i32(threads).at("memory.atomic.notify").op("drop");
        });
    });
    f.i32(0).set(spins);
    const isClosed = () => {
      f.i32(generation).at("i32.atomic.load").get(mine).op("i32.eq");
      f.get(isLast).op("i32.eqz", "i32.and");
    };
    f.while(isClosed, () => {
      f.increase(spins, 1).get(spins).i32(SPINS).op("i32.ge_u");
      f.when(() => {
        sleep(f, { generation, sleeping, mine, thread });
      });
    });
  });
}

function sleep(
  f: FunctionBuilder,
  at: Pick<BarrierPlaces, "generation" | "sleeping"> & { mine: Local; thread: Local },
): void {
  const result = f.local("i32");
  f.i32(at.sleeping).i32(1).at("i32.atomic.rmw.add").op("drop");
  f.i32(at.generation).get(at.mine);
  f.i64(-1n).i64(PATIENCE_NANOSECONDS).get(at.thread).op("select"); // thread 0 is the first
  f.at("memory.atomic.wait32").set(result);
  f.i32(at.sleeping).i32(-1).at("i32.atomic.rmw.add").op("drop");
  f.get(result).i32(TIMED_OUT).op("i32.eq");
  f.when(() => f.op("unreachable"));
}
