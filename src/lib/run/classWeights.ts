// How often each class is repeated: a digit a class, in their order, as one text.
import { classNames } from "../dataset/classNames.js";
import type { ClassesEntry } from "./registryEntry.js";

/** [10]. */
export function classTimes(digits: string): number[] {
  return Array.from(digits, Number);
}

/** «Jersey ×2, Camisa ×3»; each digit by its class where it is not 1. */
export function formatClasses(digits: string): string {
  const repeated = classTimes(digits).flatMap((times, i) =>
    times === 1 ? [] : `${classNames[i]?.spanish ?? "?"} ×${times}`,
  );
  return repeated.length === 0 ? "ninguna" : repeated.join(", ");
}

/** In Spanish; undefined if there is none. */
export function classesProblem(definition: ClassesEntry, value: unknown): string | undefined {
  if (typeof value === "string" && classesPattern(definition).test(value)) return undefined;
  const { label, min, max } = definition;
  return `${label}: hacen falta diez cifras del ${min} al ${max}, una por clase; has puesto ${JSON.stringify(value)}.`;
}

/** What such a text looks like. */
export function classesPattern({ min, max }: Pick<ClassesEntry, "min" | "max">): RegExp {
  return new RegExp(`^[${min}-${max}]{${classNames.length}}$`);
}
