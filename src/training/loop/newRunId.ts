// A name for a run that no other run has: its time and a random part. It identifies; nothing that
// is computed depends on it.
export function newRunId(now: number): string {
  const [random] = crypto.getRandomValues(new Uint32Array(1));
  return `${now.toString(36)}-${random!.toString(36)}`;
}
