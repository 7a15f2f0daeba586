// Who computed a run: structured in the record, a phrase for the reader. Until 2026 the record held the phrase
// itself, which is still read.
import * as v from "valibot";
import { textOf, wholeIn } from "../schema/parts.js";

const useSchema = v.variant("kind", [
  /** The project's own. */
  v.object({ kind: v.literal("engine"), threads: wholeIn(1) }),
  v.object({ kind: v.literal("tfjs"), backend: textOf(100) }),
  /** Weights that came from a file. */
  v.object({ kind: v.literal("file"), name: v.string() }),
]);

export type EngineUse = v.InferOutput<typeof useSchema>;

/** Those that computed a run, in their order, from what its record holds. */
export const engineSchema = v.union(
  [v.pipe(v.string(), v.transform(parseEngines)), v.array(useSchema)],
  "los motores que lo calcularon",
);

const THEN = ", y después ";

/** «motor propio (2 hilos), y después tfjs (cpu)»; empty for a run that nobody has computed. */
export function formatEngines(uses: readonly EngineUse[], { threads = true } = {}): string {
  return uses.map((use) => formatEngine(use, threads)).join(THEN);
}

function formatEngine(use: EngineUse, withThreads: boolean): string {
  switch (use.kind) {
    case "tfjs":
      return `tfjs (${use.backend})`;
    case "file":
      return `archivo «${use.name}»`;
    case "engine": {
      const { threads } = use;
      return withThreads
        ? `motor propio (${threads} ${threads === 1 ? "hilo" : "hilos"})`
        : "motor propio";
    }
  }
}

/** The engines of such a phrase, as records and files once held it; what it does not say is left out. */
export function parseEngines(text: string): EngineUse[] {
  return text.split(THEN).flatMap((part): EngineUse[] => {
    const [, own, threads = "1"] = /^(motor propio)(?: \((\d+) hilos?\))?$/.exec(part) ?? [];
    const [, backend] = /^tfjs \((.+)\)$/.exec(part) ?? [];
    const [, name] = /^archivo «(.*)»$/.exec(part) ?? [];
    if (own !== undefined) return [{ kind: "engine", threads: Number(threads) }];
    if (backend !== undefined) return [{ kind: "tfjs", backend }];
    return name === undefined ? [] : [{ kind: "file", name }];
  });
}

/** With the present one behind: in the place of the last if only its threads differ, which change no bit. */
export function withEngine(uses: readonly EngineUse[], present: EngineUse): EngineUse[] {
  const last = uses.at(-1);
  const isSame = last && formatEngine(last, false) === formatEngine(present, false);
  return [...(isSame ? uses.slice(0, -1) : uses), present];
}
