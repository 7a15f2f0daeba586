// The reports that programs wrote into the repository: the bench's, the seeds' and that of the
// answers. In a page only, since it reads the site's files; undefined where the program has not run.
import { FileAttachment } from "observablehq:stdlib";
import type { AnswersReport } from "./answersReport.js";
import type { BenchReport } from "./benchReport.js";
import type { SeedReport } from "./seedReport.js";

/** The figures of the answers under each «Prueba tú»; the repository always holds them. */
export function answersReport(): Promise<AnswersReport> {
  return FileAttachment("../../data/answers.json").json<AnswersReport>();
}

export async function benchReport(): Promise<BenchReport | undefined> {
  return (await FileAttachment("../../data/bench.json").json<BenchReport | null>()) ?? undefined;
}

export async function seedReport(): Promise<SeedReport | undefined> {
  return (await FileAttachment("../../data/seeds.json").json<SeedReport | null>()) ?? undefined;
}
