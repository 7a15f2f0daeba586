// What fails on the page since a cell runs what it runs now: it computes, but others cannot do with what it
// gives, or miss a name that it no longer declares.
import { failureOrigin } from "../runtime/failureOrigin.js";
import type { PageRuntime, Variable } from "../runtime/pageRuntime.js";

export interface BrokenDependents {
  /** What the first of them failed with. */
  error: unknown;
  /** The editable cells among them, by name. */
  cells: readonly string[];
  /** How many others there are. */
  others: number;
}

/**
 * Calls back each time that one more is known to fail.
 * @param lost names that the cell declared before and declares no more
 */
export function followDependents(
  runtime: PageRuntime,
  { block, lost }: { block: Element; lost: readonly string[] },
  onBroken: (broken: BrokenDependents) => void,
): void {
  const roots: Variable[] = [
    ...runtime.variablesOf(block),
    ...lost.flatMap((name) => runtime.variableOf(name) ?? []),
  ];
  const broken = new Set<Element>();
  const tell = async (dependent: Element) => {
    const { error } = (await failureOrigin(runtime, dependent)) ?? {};
    if (error === undefined) return;
    broken.add(dependent);
    const names = [...broken].map((one) => one.closest<HTMLElement>(".cell")?.dataset["cell"]);
    const cells = names.filter((name) => name !== undefined);
    onBroken({ error, cells, others: names.length - cells.length });
  };
  for (const variable of runtime.dependentsOf(roots)) {
    const shown = runtime.blockOf(variable);
    if (!shown) continue;
    void runtime.failureOf(variable).then((error) => {
      if (error !== undefined) void tell(shown);
    });
  }
}
