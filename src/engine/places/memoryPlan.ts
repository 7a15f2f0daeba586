// Hands out places in the engine's memory; nothing is allocated once the program runs.
const PAGE_BYTES = 65_536;
const ALIGNMENT = 64;
/** A vector may read past the end of a row; this much behind each place is never another's start. */
const SLACK_BYTES = 64;

export class MemoryPlan {
  private end = 1024; // address 0 stays unused, so that a forgotten address shows

  /** The address of a new place of that many bytes, zero at the start. */
  allocate(bytes: number): number {
    const address = this.end;
    this.end = Math.ceil((address + bytes + SLACK_BYTES) / ALIGNMENT) * ALIGNMENT;
    return address;
  }

  floats(count: number): number {
    return this.allocate(4 * count);
  }

  get pages(): number {
    return Math.ceil(this.end / PAGE_BYTES);
  }
}
