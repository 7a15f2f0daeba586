// The networks and tensors that one run of a cell has made. Where it fails nobody else could free them.

interface Freeable {
  dispose: () => unknown;
}

export class MadeTensors {
  private made: Freeable[] = [];
  private isFreed = false;

  /** Keeps those of the values that take memory; frees them at once where the run is over already. */
  note(values: readonly unknown[]): void {
    this.made.push(...values.filter(isTensorOrNetwork));
    if (this.isFreed) this.free();
  }

  free(): void {
    this.isFreed = true;
    for (const one of this.made) disposeOf(one);
    this.made = [];
  }
}

/** A backend can be disposed of as well, and is everybody's. */
function isTensorOrNetwork(value: unknown): value is Freeable {
  const { dispose, dataId, countParams } = (value ?? {}) as Record<string, unknown>;
  return typeof dispose === "function" && (dataId !== undefined || countParams !== undefined);
}

function disposeOf(one: Freeable): void {
  try {
    one.dispose();
  } catch {
    // the cell had done it itself: a network may be disposed of once
  }
}
