// How threads share slices of work: not by a fixed half each, but whoever is free takes the next one, so
// that a thread that others on the machine slow down does less and nobody waits long for it. Which
// thread computes a slice does not matter to the result.
import type { FunctionBuilder, Local } from "../assembler/functionBuilder.js";

/** Images taken at once, the most that a kernel takes at a time. */
const IMAGES = 4;
/** Images that are left at the end, for each thread, to be taken one by one. */
const SINGLE_IMAGES = 2;
/** Slices for each thread, about, of what is not images. */
const SLICES = 8;

/** A stretch of what a job is over: images, or parts of something else. */
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

/** Emits a thread's part of some jobs that need not wait for each other; images are alone. */
type Share = (jobs: readonly Job[]) => void;

/** What the emitters of one function have in common. */
interface Counters extends Options {
  slice: Slice;
  /** The number of the slice that the thread has taken, from 0 over all the jobs. */
  rank: Local;
  /** How many slices of four images there are before the single ones. */
  fours: Local;
}

/** Returns what emits a thread's share of some jobs. */
export function defineShare(f: FunctionBuilder, options: Options): Share {
  const slice = { first: f.local("i32"), count: f.local("i32") };
  if (options.threads === 1) return takeAll(f, options.images, slice);
  const counters = { ...options, slice, rank: f.local("i32"), fours: f.local("i32") };
  setFours(f, counters);
  return (jobs) => {
    if (jobs.length === 0) return;
    take(f, counters);
    let from = 0;
    for (const { over, run } of jobs) {
      if (over === "images") shareImages(f, counters, run);
      else from = sharePieces(f, counters, { over, from, run });
    }
  };
}

/** Everything, where there is nobody to share it with; a few images at a time, so that they stay near. */
function takeAll(f: FunctionBuilder, images: Local, slice: Slice): Share {
  const { first, count } = slice;
  return (jobs) => {
    for (const { over, run } of jobs) {
      f.i32(0).set(first);
      if (over !== "images") {
        f.i32(over).set(count);
        run(slice);
        continue;
      }
      const isThere = () => void f.get(first).get(images).op("i32.lt_u");
      f.while(isThere, () => {
        f.get(images).get(first).op("i32.sub").set(count);
        f.get(count).i32(IMAGES).get(count).i32(IMAGES).op("i32.lt_u", "select").set(count);
        run(slice);
        f.increase(first, IMAGES);
      });
    }
  };
}

function setFours(f: FunctionBuilder, { images, threads, fours }: Counters): void {
  f.get(images)
    .i32(SINGLE_IMAGES * threads)
    .op("i32.sub")
    .set(fours);
  f.get(fours).i32(0).get(fours).i32(0).op("i32.gt_s", "select");
  f.i32(Math.log2(IMAGES)).op("i32.shr_u").set(fours);
}

/** Takes the next slice: no other thread gets the same one. */
function take(f: FunctionBuilder, { taken, rank }: Counters): void {
  f.i32(taken).i32(1).at("i32.atomic.rmw.add").set(rank);
}

/** Runs the job on four images at a time, then one by one, as long as the thread gets any. */
function shareImages(f: FunctionBuilder, counters: Counters, run: Job["run"]): void {
  const { images, slice, rank, fours } = counters;
  const { first, count } = slice;
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
    take(f, counters);
  });
}

/** The job's slices have the ranks from `from` on; returns the first rank that is left to other jobs. */
function sharePieces(
  f: FunctionBuilder,
  counters: Counters,
  { over, from, run }: { over: number; from: number; run: Job["run"] },
): number {
  const { threads, slice, rank } = counters;
  const { first, count } = slice;
  const size = Math.ceil(over / (SLICES * threads));
  const end = from + Math.ceil(over / size);
  f.while(
    () => f.get(rank).i32(end).op("i32.lt_u"),
    () => {
      f.get(rank).i32(from).op("i32.sub").i32(size).op("i32.mul").set(first);
      f.i32(size).i32(over).get(first).op("i32.sub");
      f.i32(size).i32(over).get(first).op("i32.sub", "i32.lt_u", "select").set(count);
      run(slice);
      take(f, counters);
    },
  );
  return end;
}
