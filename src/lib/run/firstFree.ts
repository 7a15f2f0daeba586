// Ids and names that nobody has yet.

/** `wanted`, or else the first that is free of what `next` gives for 2, 3 and so on. */
export function firstFree(
  wanted: string,
  taken: ReadonlySet<string>,
  next: (count: number) => string,
): string {
  let found = wanted;
  for (let count = 2; taken.has(found); count++) found = next(count);
  return found;
}
