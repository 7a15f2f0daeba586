// The reports that programs wrote into the repository: the bench's, the seeds' and that of the
// answers. In a page only, since it reads the site's files; undefined where the program has not run.
import { FileAttachment } from "observablehq:stdlib";
import { siteJson } from "../dataset/siteFile.js";
import type { AnswersReport } from "./answersReport.js";
import type { BenchReport } from "./benchReport.js";
import type { ExperimentReport } from "./experimentReport.js";
import type { LabelReport } from "./labelReport.js";
import type { LimitsReport } from "./limitsReport.js";
import type { LoadReport } from "./loadReport.js";
import type { SeedReport } from "./seedReport.js";

/** The figures of the answers under each «Prueba tú»; the repository always holds them. */
export function answersReport(): Promise<AnswersReport> {
  const url = FileAttachment("../../data/answers.json").href;
  return siteJson({ url, what: "las cifras de las respuestas" }, ["firstStep", "rates"]);
}

/** Which labels are in doubt; the repository always holds it. */
export function labelReport(): Promise<LabelReport> {
  const url = FileAttachment("../../data/labels.json").href;
  return siteJson({ url, what: "la lista de etiquetas dudosas" }, ["greatestLoss", "duplicates"]);
}

/** What the reference run and one with data augmentation bear; the repository always holds it. */
export function limitsReport(): Promise<LimitsReport> {
  const url = FileAttachment("../../data/limits.json").href;
  return siteJson({ url, what: "las medidas con imágenes cambiadas" }, ["classCounts", "networks"]);
}

/** What was found of the ideas so far; the repository always holds it, with what is not measured yet. */
export function experimentReport(): Promise<ExperimentReport> {
  const url = FileAttachment("../../data/experiments.json").href;
  return siteJson({ url, what: "los resultados de los experimentos" }, ["rows", "machines"]);
}

/** What `npm run bench` measured. */
export async function benchReport(): Promise<BenchReport | undefined> {
  const url = FileAttachment("../../data/bench.json").href;
  const file = { url, what: "las medidas de velocidad" };
  return (await siteJson<BenchReport | null>(file, ["rows"])) ?? undefined;
}

/** What `npm run bench:load` measured. */
export async function loadReport(): Promise<LoadReport | undefined> {
  const url = FileAttachment("../../data/load.json").href;
  const file = { url, what: "las medidas de cómo llegan las páginas" };
  return (await siteJson<LoadReport | null>(file, ["pages"])) ?? undefined;
}

/** What `npm run seeds` found. */
export async function seedReport(): Promise<SeedReport | undefined> {
  const url = FileAttachment("../../data/seeds.json").href;
  const file = { url, what: "los resultados de las semillas" };
  return (await siteJson<SeedReport | null>(file, ["engine"])) ?? undefined;
}

/** The fingerprint that the weights of a known recipe have, wherever they are computed. */
export async function expectedFingerprint(): Promise<{ of: string; weightsSha256: string }> {
  const url = FileAttachment("../../reference/fingerprint.json").href;
  return siteJson({ url, what: "los datos de la huella" }, ["weightsSha256"]);
}
