/** A machine as programs write it down, `AMD EPYC, 2 cores, …`: its line has one English word. */
export function machineInSpanish(machine: string): string {
  return machine.replace(/\b1 cores?\b/, "1 núcleo").replace(/\bcores\b/, "núcleos");
}
