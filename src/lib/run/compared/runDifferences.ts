// What changed from one run to another, as a reader would say it: `tasa de aprendizaje 0,001 → 0,01`,
// `conv1: 10 → 16 filtros`, edited cells. Equal recipes have no difference, whatever came out of them.
import { formatExact, formatInteger } from "../../text/format.js";
import { formatEngines } from "../engineUse.js";
import { defaultValue, formatValue, hyperparameterDefinitions } from "../hyperparameters.js";
import { layerDifferences } from "./layerDifferences.js";
import type { RateChange, Run, RunEdit } from "../run.js";
import { OWN_NETWORK } from "../runConfiguration.js";

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
    ...engineDifference(engineName(base), engineName(other)),
    ...(other.parent ? [`sigue desde la época ${other.parent.epoch} de otro entrenamiento`] : []),
  ];
}

function hyperparameterDifferences(
  { hyperparameters: base, network: baseNetwork }: ComparableRun,
  { hyperparameters: other, network: otherNetwork }: ComparableRun,
): string[] {
  const isOwn = baseNetwork === OWN_NETWORK || otherNetwork === OWN_NETWORK;
  return hyperparameterDefinitions.flatMap((definition) => {
    if (isOwn && "ofNetwork" in definition) return []; // its layers say theirs
    const { name, label } = definition;
    const write = (value: unknown) => formatValue(definition, value ?? defaultValue(definition));
    return phrase(lowerFirst(label), write(base[name]), write(other[name]));
  });
}

function rateDifferences(base: RateChange[] = [], other: RateChange[] = []): string[] {
  const write = (changes: readonly RateChange[]) =>
    changes.length === 0
      ? "sin cambios"
      : changes
          .map((one) => `${formatExact(one.learningRate)} en el lote ${formatInteger(one.batch)}`)
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
function engineName({ engine }: ComparableRun): string {
  return formatEngines(engine, { threads: false });
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
