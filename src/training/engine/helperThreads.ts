// The other threads of a program: started, and given up where one does not come to the barrier.
import { ThreadLostError } from "../loop/goOnAlone.js";
import type { CompiledProgram, Program } from "../../engine/program/program.js";

/** Another thread of a program, which waits in `help(thread)` until there is work. */
export interface HelperThread {
  terminate(): void;
}

/** Starts one; resolves when it is ready to help. */
export type StartThread = (task: CompiledProgram & { thread: number }) => Promise<HelperThread>;

export interface Threads {
  /** This one included. */
  count: number;
  start: StartThread;
}

export async function startHelpers(
  { module, memory }: CompiledProgram,
  threads: Threads | undefined,
): Promise<HelperThread[]> {
  if (!threads) return [];
  const others = Array.from({ length: threads.count - 1 }, (_, i) => i + 1);
  const started = await Promise.allSettled(
    others.map((thread) => threads.start({ module, memory, thread })),
  );
  const helpers = started.flatMap((result) => (result.status === "fulfilled" ? result.value : []));
  const failure = started.find((result) => result.status === "rejected");
  if (failure) {
    for (const helper of helpers) helper.terminate();
    throw new ThreadLostError("a thread does not start", { cause: failure.reason });
  }
  return helpers;
}

type Functions = Pick<Program, "step" | "evaluate" | "weightsChanged">;

/** The program's functions; a thread that does not come to the barrier becomes a ThreadLostError. */
export function guard(program: Functions, helpers: readonly HelperThread[]): Functions {
  const guarded =
    <A extends unknown[]>(run: (...values: A) => void) =>
    (...values: A) => {
      try {
        run(...values);
      } catch (error) {
        const isTrap = error instanceof WebAssembly.RuntimeError; // the barrier has lost patience
        if (!isTrap || helpers.length === 0) throw error;
        for (const helper of helpers) helper.terminate();
        throw new ThreadLostError("a thread does not answer", { cause: error });
      }
    };
  return {
    step: guarded(program.step),
    evaluate: guarded(program.evaluate),
    weightsChanged: guarded(program.weightsChanged),
  };
}
