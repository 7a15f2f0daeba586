// The name of a run: the reader's, or a memorable one that is always the same for the same id.
import { firstFree } from "./firstFree.js";
import type { Run } from "./run.js";

const animals = (
  "lince tejón búho zorro erizo delfín cuervo gato lobo ciervo halcón castor mirlo caracol sapo topo " +
  "bisonte camello cóndor gorrión jilguero jabalí lagarto loro manatí mapache mochuelo pingüino puma tucán"
).split(" ");
const adjectives = (
  "azul alegre ágil audaz breve cauto dorado discreto fiel feliz gris leal lento listo noble " +
  "plateado rápido sabio sereno sutil tenaz tímido tranquilo valiente veloz verde vivo tierno raro curioso"
).split(" ");

/** Letters of a name that a reader gives. */
export const LONGEST_NAME = 60;

type NamedRun = Pick<Run, "id" | "name">;

export function runName({ id, name }: NamedRun): string {
  return name ?? memorableName(id);
}

/** The run's name, or one with a number where another has it: «lince azul (2)». */
export function freeName(run: NamedRun, taken: ReadonlySet<string>): string {
  const name = runName(run);
  return firstFree(name, taken, (count) => `${name} (${count})`);
}

/**
 * The run with a name of its own among the others, when it is first kept: some dozen runs are enough for
 * two ids of the same memorable name.
 */
export function withOwnName<Named extends NamedRun>(
  run: Named,
  others: readonly NamedRun[],
): Named {
  const name = freeName(run, new Set(others.map(runName)));
  return name === runName(run) ? run : { ...run, name };
}

/** «lince azul»: an animal and how it is, from a hash of the id. */
export function memorableName(id: string): string {
  const hash = fnv1a(id);
  const animal = animals[hash % animals.length]!;
  return `${animal} ${adjectives[Math.floor(hash / animals.length) % adjectives.length]!}`;
}

/** FNV-1a, 32 bits, with a last mixing, since the ids of one minute differ only in their ends. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
