// The `console` that a cell sees: what it is told appears under the cell, as it would in a terminal.
const MOST_LINES = 200;

export interface CellConsole {
  console: Pick<Console, "log" | "info" | "debug" | "warn" | "error" | "table">;
  clear(): void;
}

/** @param output the element that the lines are put in; hidden while there are none */
export function cellConsole(output: HTMLElement): CellConsole {
  const write =
    (level: string) =>
    (...values: unknown[]) => {
      const line = document.createElement("div");
      line.className = `cell-console-line ${level}`;
      line.textContent = values.map(describe).join(" ");
      output.append(line);
      while (output.childElementCount > MOST_LINES) output.firstElementChild!.remove();
      output.hidden = false;
    };
  return {
    console: {
      ...{ log: write("log"), info: write("log"), debug: write("log"), table: write("log") },
      ...{ warn: write("warn"), error: write("error") },
    },
    clear() {
      output.replaceChildren();
      output.hidden = true;
    },
  };
}

function describe(value: unknown): string {
  if (typeof value === "string") return value;
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (typeof value === "function") return `función ${value.name}`;
  if (ArrayBuffer.isView(value)) {
    const items = [...(value as unknown as Iterable<unknown>)].slice(0, 20).join(", ");
    return `${value.constructor.name} [${items}${value.byteLength > 0 ? ", …" : ""}]`;
  }
  try {
    const text: unknown = JSON.stringify(value);
    return typeof text === "string" ? text : String(value);
  } catch {
    return String(value); // what refers to itself, or a BigInt
  }
}
