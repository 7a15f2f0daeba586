// What all reports that programs write have in common: they are read as JSON, and must have their fields.
import { InternalError } from "../errors/internalError.js";

/** The report that a JSON value holds. Throws an InternalError that names what is missing. @param what «a report of labels» */
export function withFields<Report extends object>(
  value: unknown,
  what: string,
  required: readonly (keyof Report & string)[],
): Report {
  const report = (value ?? {}) as Partial<Report>;
  const missing = required.filter((name) => report[name] === undefined);
  if (missing.length > 0)
    throw new InternalError(`${what} expected, ${missing.join(", ")} missing`);
  return report as Report;
}
