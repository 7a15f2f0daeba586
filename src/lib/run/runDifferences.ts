// What changed from one run to another, as a reader would say it: `tasa de aprendizaje 0,001 → 0,01`,
// `conv1: 10 → 16 filtros`, edited cells. Equal recipes have no difference, whatever came out of them.
import { formatInteger, formatNumber } from "../text/format.js";
import { hyperparameterDefinitions, recipeDefinitions } from "./hyperparameters.js";
import { layerDifferences } from "./layerDifferences.js";
import type { RateChange, Run, RunEdit } from "./run.js";
import { OWN_NETWORK } from "./runConfiguration.js";

export type ComparableRun = Pick<
  Run,
  "hyperparameters" | "topology" | "network" | "engine" | "edits" | "parent"
> & { rateChanges?: RateChange[] | undefined };

/** One phrase a difference, in Spanish; empty if the two have the same recipe. */
export function runDifferences(base: ComparableRun, other: ComparableRun): string[] {
  return [
    ...hyperparameterDifferences(base, other),
    ...layerDifferences(base, other),
    ...rateDifferences(base.rateChanges, other.rateChanges),
    ...editDifferences(base.edits, other.edits),
    ...engineDifference(engineName(base.engine), engineName(other.engine)),
    ...(other.parent ? [`sigue desde la época ${other.parent.epoch} de otro entrenamiento`] : []),
  ];
}

const choices = [
  { name: "optimizer", label: "optimizador", usual: "sgd" },
  { name: "schedule", label: "plan de la tasa", usual: "constant" },
  { name: "flip", label: "espejo", usual: false },
] as const;

const choiceNames: Record<string, string> = {
  ...{ sgd: "SGD", nesterov: "Nesterov", adam: "Adam", adamw: "AdamW" },
  ...{ constant: "constante", cosine: "coseno", "one-cycle": "un ciclo", true: "sí", false: "no" },
};

function hyperparameterDifferences(
  { hyperparameters: base, network: baseNetwork }: ComparableRun,
  { hyperparameters: other, network: otherNetwork }: ComparableRun,
): string[] {
  const isOwn = baseNetwork === OWN_NETWORK || otherNetwork === OWN_NETWORK;
  const all = [...hyperparameterDefinitions, ...recipeDefinitions];
  const numbers = all.flatMap((definition) => {
    if (isOwn && definition.name === "dropoutRate") return []; // its layers say theirs
    const { name, label, integer, default: usual } = definition;
    const write = integer && name !== "seed" ? formatInteger : formatPlain;
    const [from, to] = [base[name] ?? usual, other[name] ?? usual];
    return from === to ? [] : [change(lowerFirst(label), write(from), write(to))];
  });
  const chosen = choices.flatMap(({ name, label, usual }) => {
    const write = (value: unknown) => choiceNames[String(value)] ?? String(value);
    return phrase(label, write(base[name] ?? usual), write(other[name] ?? usual));
  });
  return [...numbers, ...chosen];
}

/** A seed is a name, not a quantity: without points between its figures. */
function formatPlain(value: number): string {
  return Number.isInteger(value) ? String(value) : formatNumber(value);
}

function rateDifferences(base: RateChange[] = [], other: RateChange[] = []): string[] {
  const write = (changes: readonly RateChange[]) =>
    changes.length === 0
      ? "sin cambios"
      : changes
          .map((one) => `${formatNumber(one.learningRate)} en el lote ${formatInteger(one.batch)}`)
          .join(", ");
  return phrase("tasa durante el entrenamiento", write(base), write(other));
}

function editDifferences(base: RunEdit[] = [], other: RunEdit[] = []): string[] {
  const key = ({ page, cell }: RunEdit) => `${page} ${cell}`;
  const before = new Map(base.map((edit) => [key(edit), edit.source]));
  const after = new Map(other.map((edit) => [key(edit), edit.source]));
  const edited = other.filter((edit) => before.get(key(edit)) !== edit.source);
  const restored = base.filter((edit) => !after.has(key(edit)));
  return [
    ...edited.map(({ page, cell }) => `celda «${cell}» de «${page}» cambiada`),
    ...restored.map(({ page, cell }) => `celda «${cell}» de «${page}» como en el original`),
  ];
}

function engineDifference(from: string, to: string): string[] {
  return from === to || from === "" || to === "" ? [] : [`${from} → ${to}`];
}

/** Without its threads: any number of them computes the same bits. */
function engineName(engine: string): string {
  return engine.replace(/ \(\d+ hilos?\)$/, "");
}

function phrase(label: string, from: string, to: string): string[] {
  return from === to ? [] : [change(label, from, to)];
}

function change(label: string, from: string, to: string): string {
  return `${label} ${from} → ${to}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
