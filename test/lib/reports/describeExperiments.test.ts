import { expect, test } from "vitest";
import {
  betOptions,
  describeBet,
  describeMean,
  describeMeasured,
  describeSeeds,
  describeSpread,
  ideaLengths,
  ideaRows,
  ideaVerdicts,
} from "../../../src/lib/reports/describeExperiments.js";
import type { ExperimentReport, ExperimentRow } from "../../../src/lib/reports/experimentReport.js";

/** @param difference from the original, 0–1; left out: not measured */
function row(id: string, difference?: number, changes: Partial<ExperimentRow> = {}): ExperimentRow {
  const verdict = { pairs: 5, difference: difference ?? 0, told: 0, compared: 5 };
  const interval: [number, number] = [verdict.difference - 0.01, verdict.difference + 0.01];
  const result = {
    set: "validation" as const,
    accuracy: { mean: 0.88 },
    recall: [0.8, 0.97, 0.7],
    parameters: 27_480,
    verdict: { ...verdict, interval },
  };
  return {
    id,
    part: "ideas",
    name: id.toUpperCase(),
    epochs: 10,
    plannedSeeds: 5,
    query: "epocas=10",
    runs: [],
    diverged: 0,
    ...(difference !== undefined && { result }),
    ...changes,
  };
}

const report = (...rows: ExperimentRow[]): ExperimentReport => ({
  date: "2026-12-01T10:00:00.000Z",
  machines: ["una", "otra"],
  timedOn: "una",
  sharedImages: 0,
  rows,
});

test("one bets on ideas whose recipe is known, the original apart, each once", () => {
  const unknown = row("all");
  delete unknown.query;
  const all = report(row("original"), row("a"), row("a", 0, { epochs: 30 }), unknown);
  expect(betOptions(all).map(({ id }) => id)).toEqual(["a"]);
  expect(ideaLengths(all)).toEqual([10, 30]);
  expect(ideaRows(all, 30)).toHaveLength(1);
});

test("a bet is set beside the idea that helps most, or waits for what is not measured", () => {
  expect(describeBet([row("a"), row("b")], "a")).toMatch(/«A»\. Todavía no está medido/);
  const rows = [row("a", 0.002), row("b", 0.011), row("c")];
  expect(describeBet(rows, "a")).toBe(
    "Apostaste por «A». La que más sube de media es «B», 1,1 puntos; la tuya, 0,2.",
  );
  expect(describeBet(rows, "b")).toMatch(/Por ahora es la que más sube/);
  expect(describeBet(rows, "c")).toMatch(/no está medida todavía/);
  expect(describeBet([row("a", -0.01)], "a")).toMatch(/ninguna idea supera/);
});

test("a table says where its numbers come from and what is missing", () => {
  expect(describeMeasured([row("a"), row("b")], report())).toMatch(
    /^Todavía no está medido nada.* ya elegidas/,
  );
  const open = row("a");
  delete open.query;
  expect(describeMeasured([open], report())).toMatch(/se elegirán antes por validación\.$/);
  expect(describeMeasured([row("a", 0), row("b")], report())).toBe(
    "Media de las semillas, con su intervalo del 95 %. Tiempos de una (otras máquinas dieron parte de los resultados), 1 de diciembre de 2026. Sin medir: B.",
  );
});

test("means, classes and seeds are told in a cell each", () => {
  expect(describeMean({ mean: 0.877, interval: [0.872, 0.881] })).toBe(
    "87,7\u00a0%, entre 87,2 y 88,1",
  );
  expect(describeMean({ mean: 0.5 })).toBe("50,0\u00a0%");
  expect(describeSpread([0.8, 0.97, 0.7])).toBe("de Jersey, 70\u00a0%, a Pantalón, 97\u00a0%");
  expect(describeSeeds(row("a", 0, { diverged: 1 }))).toBe("0 de 5 (1 se disparó)");
});

test("each idea with pairs has its verdict", () => {
  const [verdict, ...others] = ideaVerdicts([row("a", 0.02), row("b")]);
  expect(others).toEqual([]);
  expect(verdict).toMatch(/^Con «A», la exactitud en validación sube 2,0 puntos/);
});
