// How threads share slices of work: not by a fixed half each, but whoever is free takes the next one, so
// that a thread that others on the machine slow down does less and nobody waits long for it. Which
// thread computes a slice does not matter to the result.
import type { FunctionBuilder, Local } from "./assembler/functionBuilder.js";

/** Images taken at once, the most that a kernel takes at a time. */
const IMAGES = 4;
/** Of these so many a thread are left at the end to be taken one by one. */
const SINGLE_IMAGES = 2;
/** Of what is not images, about so many slices a thread. */
const SLICES = 8;

/** Of what a job is over. */
export interface Slice {
  first: Local;
  count: Local;
}

export interface Job {
  over: "images" | number;
  /** Emits the work on a slice. */
  run: (slice: Slice) => void;
}

interface Options {
  threads: number;
  /** Address of the int32 that counts the slices taken; the barrier sets it back to 0. */
  taken: number;
  /** How many there are. */
  images: Local;
}

/** Returns what emits a thread's share of some jobs that need not wait for each other; images are alone. */
export function defineShare(
  f: FunctionBuilder,
  { threads, taken, images }: Options,
): (jobs: readonly Job[]) => void {
  const slice = { first: f.local("i32"), count: f.local("i32") };
  const { first, count } = slice;
  if (threads === 1) {
    return (jobs) => {
      for (const { over, run } of jobs) {
        f.i32(0).set(first);
        if (over === "images") f.get(images).set(count);
        else f.i32(over).set(count);
        run(slice);
      }
    };
  }
  const [rank, fours] = [f.local("i32"), f.local("i32")];
  f.get(images)
    .i32(SINGLE_IMAGES * threads)
    .op("i32.sub")
    .set(fours);
  f.get(fours).i32(0).get(fours).i32(0).op("i32.gt_s", "select");
  f.i32(Math.log2(IMAGES)).op("i32.shr_u").set(fours);
  const take = () => f.i32(taken).i32(1).at("i32.atomic.rmw.add").set(rank);

  function shareImages(run: Job["run"]): void {
    const isThere = () => {
      f.get(rank).get(fours).op("i32.lt_u");
      f.when(() => f.get(rank).i32(IMAGES).op("i32.mul").set(first).i32(IMAGES).set(count));
      f.get(rank).get(fours).op("i32.ge_u");
      f.when(() => {
        f.get(fours)
          .i32(IMAGES - 1)
          .op("i32.mul");
        f.get(rank).op("i32.add").set(first).i32(1).set(count);
      });
      f.get(first).get(images).op("i32.lt_u");
    };
    f.while(isThere, () => {
      run(slice);
      take();
    });
  }

  /** Of the ranks, those from `from` on; returns the first that is left to other jobs. */
  function sharePieces(over: number, { from, run }: { from: number; run: Job["run"] }): number {
    const size = Math.ceil(over / (SLICES * threads));
    const end = from + Math.ceil(over / size);
    f.while(
      () => f.get(rank).i32(end).op("i32.lt_u"),
      () => {
        f.get(rank).i32(from).op("i32.sub").i32(size).op("i32.mul").set(first);
        f.i32(size).i32(over).get(first).op("i32.sub");
        f.i32(size).i32(over).get(first).op("i32.sub", "i32.lt_u", "select").set(count);
        run(slice);
        take();
      },
    );
    return end;
  }

  return (jobs) => {
    if (jobs.length === 0) return;
    take();
    let from = 0;
    for (const { over, run } of jobs) {
      if (over === "images") shareImages(run);
      else from = sharePieces(over, { from, run });
    }
  };
}
