// A file of two runs, and the same with its JSON changed.
import { exported } from "./exportedRun.js";
import { gunzip, gzip } from "../../../src/lib/files/gzip.js";
import { encodeRunFile } from "../../../src/lib/files/runFile.js";

export const bytes = await encodeRunFile([exported(), exported({ id: "abc-2", name: "la mía" })]);

export interface Content {
  format: string;
  version: unknown;
  runs: { run: Record<string, never>; epochs: Record<string, unknown>[] }[];
}

/** The file with its JSON changed. */
export async function changed(
  change: (content: Content) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const content = JSON.parse(await gunzip(bytes, { mostBytes: 1e9 })) as Content;
  change(content);
  return gzip(JSON.stringify(content));
}

/** Puts a value at a path, as in `checkpoint.weights.0.shape`. */
export function set(target: object, path: string, value: unknown): void {
  const names = path.split(".");
  const last = names.pop()!;
  const place = names.reduce((one, name) => (one as Record<string, object>)[name]!, target);
  (place as Record<string, unknown>)[last] = value;
}
