// The `console` that a cell sees: what it is told appears under the cell, as it would in a terminal.
const MOST_LINES = 200;

export interface CellConsole {
  /** For one run of the cell; deaf once the condition no longer holds. */
  consoleWhile(
    isLatest: () => boolean,
  ): Pick<Console, "log" | "info" | "debug" | "warn" | "error" | "table">;
  clear(): void;
}

/** @param output the element that the lines are put in; hidden while there are none */
export function cellConsole(output: HTMLElement): CellConsole {
  const writer =
    (isLatest: () => boolean) =>
    (level: string) =>
    (...values: unknown[]) => {
      if (!isLatest()) return;
      const line = document.createElement("div");
      line.className = `cell-console-line ${level}`;
      line.textContent = values.map(describe).join(" ");
      output.append(line);
      while (output.childElementCount > MOST_LINES) output.firstElementChild!.remove();
      output.hidden = false;
    };
  return {
    consoleWhile(isLatest) {
      const write = writer(isLatest);
      return {
        ...{ log: write("log"), info: write("log"), debug: write("log"), table: write("log") },
        ...{ warn: write("warn"), error: write("error") },
      };
    },
    clear() {
      output.replaceChildren();
      output.hidden = true;
    },
  };
}

/** Of a typed array. */
const MOST_ITEMS = 20;

function describe(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value); // JSON has no NaN
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (typeof value === "function") return `función ${value.name}`;
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
    const items = [...(value as unknown as Iterable<unknown>)];
    const shown = items.slice(0, MOST_ITEMS).join(", ");
    return `${value.constructor.name} [${shown}${items.length > MOST_ITEMS ? ", …" : ""}]`;
  }
  try {
    const text: unknown = JSON.stringify(value, (_, part: unknown) =>
      typeof part === "number" && !Number.isFinite(part) ? String(part) : part,
    );
    return typeof text === "string" ? text : String(value);
  } catch {
    return String(value); // what refers to itself, or a BigInt
  }
}
