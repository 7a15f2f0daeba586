// What takes long to make, kept for the next time: those that were asked for last.

export class RecentlyUsed<T> {
  /** The one used last at the end. */
  private readonly kept = new Map<string, Promise<T>>();

  /** @param most how many are kept */
  constructor(private readonly most: number) {}

  /** The kept one, or what `make` gives; one that could not be made is not kept. */
  get(key: string, make: () => Promise<T>): Promise<T> {
    const found = this.kept.get(key) ?? make();
    this.kept.delete(key);
    this.kept.set(key, found);
    found.catch(() => this.kept.delete(key));
    const [oldest] = this.kept.keys();
    if (this.kept.size > this.most) this.kept.delete(oldest!);
    return found;
  }
}
