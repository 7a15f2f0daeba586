// The first script of a page whose browser tells the tests nothing of its console and its requests: it writes down what a
// sound page must not do. What happens in workers it does not see.

export interface Recorded {
  result?: unknown;
  problems: string[];
}

declare global {
  /** Of the page since it was last asked. */
  var takeProblems: (() => string[]) | undefined;
}

/** Runs in the page, and so uses nothing from outside itself. */
export function recordProblems(): void {
  let problems: string[] = [];
  for (const level of ["debug", "log", "info", "warn", "error"] as const) {
    const write = console[level].bind(console);
    console[level] = (...values: unknown[]) => {
      problems.push(`console ${level}: ${values.map(String).join(" ")}`);
      write(...values);
    };
  }
  addEventListener(
    "error",
    (event) => {
      const { target, message } = event;
      if (target !== window) {
        const { src, href } = target as Partial<Record<"src" | "href", string>>;
        problems.push(`failed: ${src ?? href ?? "a part of the page"}`);
      } else if (!message.startsWith("ResizeObserver loop")) {
        problems.push(`error: ${message}`); // that one no console tells: what is left is observed a frame later
      }
    },
    { capture: true },
  );
  addEventListener("unhandledrejection", ({ reason }) => {
    problems.push(`error: ${String(reason)}`);
  });
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
    problems.push(`forbidden by ${violatedDirective}: ${blockedURI}`);
  });
  performance.setResourceTimingBufferSize(100_000);
  let seen = 0;
  globalThis.takeProblems = () => {
    const resources = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
    for (const { name, responseStatus } of resources.slice(seen)) {
      if (responseStatus >= 400) problems.push(`${responseStatus}: ${name}`);
      if (!/^(data|blob):/.test(name) && new URL(name).origin !== location.origin) {
        problems.push(`request to another origin: ${name}`);
      }
    }
    seen = resources.length;
    const taken = problems;
    problems = [];
    return taken;
  };
}
