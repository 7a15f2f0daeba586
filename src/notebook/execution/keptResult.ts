// What a costly cell has given, to be given again while it waits to be run: what it declared, and what it
// shows, which Framework takes away when something that the cell uses fails.

type Outputs = Record<string, unknown>;

export class KeptResult {
  private readonly outputs: [name: string, value: unknown][];
  private shown: readonly ChildNode[];

  constructor(
    outputs: Outputs,
    private readonly block: Element,
  ) {
    this.outputs = Object.entries(outputs).map(([name, value]) => [
      name,
      isGenerator(value) ? new SharedGenerator(value) : value,
    ]);
    this.shown = shownIn(block);
  }

  give(): Outputs {
    const shown = shownIn(this.block);
    if (shown.length > 0) this.shown = shown;
    else this.block.prepend(...this.shown);
    return Object.fromEntries(
      this.outputs.map(([name, value]) => [
        name,
        value instanceof SharedGenerator ? value.read() : value,
      ]),
    );
  }

  /** Nobody will ask for it again. */
  close(): void {
    for (const [, value] of this.outputs) if (value instanceof SharedGenerator) value.close();
  }
}

/** What stands before Framework's mark of the cell. */
function shownIn(block: Element): ChildNode[] {
  const nodes = [...block.childNodes];
  return nodes.slice(
    0,
    nodes.findIndex(({ nodeType }) => nodeType === Node.COMMENT_NODE),
  );
}

interface ValueGenerator {
  next(): Step | Promise<Step>;
  return(): unknown;
}

interface Step {
  done?: boolean | undefined;
  value?: unknown;
}

/** As the runtime tells them: it reads them value by value, and closes them when the cell changes. */
function isGenerator(value: unknown): value is ValueGenerator {
  const { next, return: close } = (value ?? {}) as Partial<ValueGenerator>;
  return typeof next === "function" && typeof close === "function";
}

/** A generator, such as that of a control, for one reader after another: each begins with the latest value. */
class SharedGenerator {
  private latest: Step | undefined;
  /** That a reader waits for; one that has gone would take it from the next. */
  private pending: Promise<Step> | undefined;

  constructor(private readonly source: ValueGenerator) {}

  read(): ValueGenerator {
    let first = this.latest;
    return {
      next: () => {
        const step = first ?? (this.pending ??= this.advance());
        first = undefined;
        return step;
      },
      return: () => ({ done: true }),
    };
  }

  close(): void {
    this.source.return();
  }

  private async advance(): Promise<Step> {
    const { done, value } = await this.source.next();
    const step = { done, value: await value };
    if (!done) this.latest = step;
    this.pending = undefined;
    return step;
  }
}
