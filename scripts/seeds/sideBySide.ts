// Does jobs, so many at once. A failure stops no other job; the first one is told at the end.
export async function sideBySide(
  jobs: readonly (() => Promise<void>)[],
  atOnce: number,
): Promise<void> {
  const waiting = [...jobs];
  const failures: unknown[] = [];
  async function work(): Promise<void> {
    for (let job = waiting.shift(); job; job = waiting.shift()) {
      await job().catch((error: unknown) => failures.push(error));
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work));
  if (failures.length > 0) throw failures[0];
}
