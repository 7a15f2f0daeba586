// Judges a run on images that it does not learn from: those set apart for validation, and then the test is not
// looked at; else those of the test.
import type { Trainer } from "./trainer.js";
import { validationSet } from "../batches/splitTraining.js";
import type { Dataset, ImageSet } from "../../lib/dataset/dataset.js";
import type { CountedEvaluation } from "../../lib/network/metrics.js";
import type { Hyperparameters } from "../../lib/run/hyperparameters.js";
import type { EpochResult, Run, Validation } from "../../lib/run/run.js";
import { evaluatedResult } from "../../lib/run/heldOut/testResult.js";

export type Judgement = Pick<
  EpochResult,
  "testLoss" | "testAccuracy" | "validationLoss" | "validationAccuracy"
>;

export class Judge {
  private readonly validation: ImageSet | undefined;
  private readonly test: ImageSet;

  constructor({ train, test }: Dataset, hyperparameters: Hyperparameters) {
    this.validation = validationSet(train, hyperparameters);
    this.test = test;
  }

  hasEvaluated({ validation, evaluation }: Run): boolean {
    return (this.validation ? validation : evaluation) !== undefined;
  }

  /** Evaluates the trainer's weights and writes it into the run. */
  async evaluate(run: Run, trainer: Trainer): Promise<Judgement> {
    if (!this.validation) {
      const evaluation = await trainer.evaluate(this.test);
      run.evaluation = evaluation;
      return evaluatedResult(evaluation);
    }
    run.validation = validationOf(await trainer.evaluate(this.validation), this.validation);
    delete run.evaluation; // of weights that are no more
    const { loss, accuracy } = run.validation;
    return { validationLoss: loss, validationAccuracy: accuracy };
  }
}

function validationOf(evaluation: CountedEvaluation, { labels }: ImageSet): Validation {
  const { loss, accuracy, predictions } = evaluation;
  const right = predictions.map((prediction, n) => Number(prediction === labels[n]));
  return { loss, accuracy, right };
}
