// The `console` of one run of a cell: what each of its methods says, without a page.
import { formatDecimal } from "../../lib/text/format.js";
import { LINES_BEFORE_BODY } from "../compiler/sourceUrl.js";
import { formatLog } from "./formatLog.js";
import { type LoggedTable, tabulate } from "./tabulate.js";

export interface ConsoleLine {
  level: "log" | "warn" | "error";
  text: string;
  /** How many groups it stands in. */
  depth: number;
  /** Shown instead of the text. */
  table?: LoggedTable;
}

type Say = (text: string, level?: ConsoleLine["level"]) => void;
type Put = (line: Partial<Omit<ConsoleLine, "depth">>, options?: { nested?: boolean }) => void;

/** @param write called for each line; @param clear for `console.clear()` */
export function createConsole(write: (line: ConsoleLine) => void, clear: () => void): Console {
  let depth = 0;
  const put: Put = (line, { nested = false } = {}) => {
    write({ level: "log", text: "", depth: depth + Number(nested), ...line });
  };
  const say: Say = (text, level = "log") => {
    put({ text, level });
  };
  const at =
    (level: ConsoleLine["level"]) =>
    (...values: unknown[]) => {
      say(formatLog(values), level);
    };
  const log = at("log");
  const group = (...values: unknown[]) => {
    if (values.length > 0) log(...values);
    depth++;
  };
  return Object.assign(Object.create(console) as Console, {
    log,
    info: log,
    debug: log,
    dirxml: log,
    warn: at("warn"),
    error: at("error"),
    group,
    groupCollapsed: group,
    groupEnd: () => {
      depth = Math.max(0, depth - 1);
    },
    ...looks(put, log),
    ...checks(put, say),
    ...counters(say),
    ...timers(say),
    clear,
  });
}

function looks(put: Put, log: (value: unknown) => void): Pick<Console, "dir" | "table"> {
  return {
    dir: (value: unknown) => {
      log(value);
    },
    table: (data: unknown, columns?: readonly string[]) => {
      const table = tabulate(data, columns);
      if (table) put({ table });
      else log(data);
    },
  };
}

function checks(put: Put, say: Say): Pick<Console, "assert" | "trace"> {
  return {
    assert: (condition: unknown, ...values: unknown[]) => {
      if (!condition) say(withValues("No se cumple", values), "error");
    },
    trace: (...values: unknown[]) => {
      say(withValues("Traza", values));
      for (const text of callsOf(new Error().stack)) put({ text }, { nested: true });
    },
  };
}

/** «Traza: 1 2», or «Traza» without values. */
function withValues(what: string, values: readonly unknown[]): string {
  return [what, ...(values.length > 0 ? [formatLog(values)] : [])].join(": ");
}

function counters(say: Say): Pick<Console, "count" | "countReset"> {
  const counts = new Map<string, number>();
  return {
    count: (label: unknown = "cuenta") => {
      const count = (counts.get(String(label)) ?? 0) + 1;
      counts.set(String(label), count);
      say(`${String(label)}: ${count}`);
    },
    countReset: (label: unknown = "cuenta") => {
      counts.delete(String(label));
    },
  };
}

function timers(say: Say): Pick<Console, "time" | "timeLog" | "timeEnd"> {
  const starts = new Map<string, number>();
  const elapsed = (label: string, rest: unknown[]) => {
    const start = starts.get(label);
    if (start === undefined) {
      say(`No hay ningún cronómetro «${label}»: empieza con console.time.`, "warn");
      return;
    }
    const time = `${label}: ${formatDecimal(performance.now() - start, 1)} ms`;
    say([time, ...(rest.length > 0 ? [formatLog(rest)] : [])].join(" "));
  };
  return {
    time: (label: unknown = "tiempo") => {
      starts.set(String(label), performance.now());
    },
    timeLog: (label: unknown = "tiempo", ...rest: unknown[]) => {
      elapsed(String(label), rest);
    },
    timeEnd: (label: unknown = "tiempo") => {
      elapsed(String(label), []);
      starts.delete(String(label));
    },
  };
}

/** The calls in cells, the innermost first: «doble, línea 3». */
function callsOf(stack = ""): string[] {
  return [
    ...stack.matchAll(/at (?:async )?(?:(\S+) \()?[^\s(]*celda-(\w+)\.js(?:\?\d+)?:(\d+)/g),
  ].map(
    ([, name, cell, line]) =>
      `${name === undefined || /^(?:Module\.)?default$/.test(name) ? `celda «${cell!}»` : name}, línea ${Number(line) - LINES_BEFORE_BODY}`,
  );
}
