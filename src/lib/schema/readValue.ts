// The door for data from outside: a value is what its schema says, or it is refused with a sentence.
import * as v from "valibot";
import { describeExpected, describeIssue } from "./schemaMessages.js";

/** What came through, rebuilt by the schema, or what is wrong, in Spanish and without a full stop. */
export type Checked<T> = { value: T; problem?: never } | { value?: never; problem: string };

/**
 * @param place of the value, for the message: `runs[0].run`; left out, the field alone is named
 */
export function readValue<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  place = "",
): Checked<v.InferOutput<Schema>> {
  const options = { abortEarly: true, message: describeExpected };
  const result = v.safeParse(schema, value, options);
  if (result.success) return { value: result.output };
  return { problem: describeIssue(result.issues[0], place) };
}
