// The single values in the store, each checked where it is read: one that is damaged is as if there were none.
import * as v from "valibot";
import { textOf, timeSchema } from "../schema/parts.js";
import { readValue } from "../schema/readValue.js";

const chosenSchema = textOf(300);

const evictedSchema = v.array(
  v.object({
    id: textOf(300),
    name: v.string(),
    /** The whole run, or only the weights that its epochs had left. */
    what: v.picklist(["run", "epochs"]),
    at: timeSchema,
  }),
);

/** Something of a run that had to go to make room. */
export type EvictedRun = v.InferOutput<typeof evictedSchema>[number];

/** The id of the run that the reader chose for the pages, from the setting `chosen`. */
export function readChosen(value: unknown): string | undefined {
  return readValue(chosenSchema, value).value;
}

/** What had to go, from the setting `evicted`. */
export function readEvicted(value: unknown): EvictedRun[] {
  return readValue(evictedSchema, value).value ?? [];
}
