// What the command line prints: an epoch as a line, the results a class at the end; JSON if asked.
import { classNames } from "../../src/lib/dataset/classNames.js";
import { accuracy, classResults, confusionMatrix } from "../../src/lib/network/metrics.js";
import { weightsSha256 } from "../../src/lib/run/weightsSha256.js";
import { heldOut } from "../../src/lib/run/heldOut/heldOut.js";
import { formatEngines } from "../../src/lib/run/engineUse.js";
import type { EpochResult, Run } from "../../src/lib/run/run.js";

export function printEpoch(result: EpochResult, json: boolean): void {
  if (json) {
    console.log(JSON.stringify(result));
    return;
  }
  const { epoch, loss, seconds } = result;
  const { set, loss: heldOutLoss, accuracy: heldOutAccuracy } = heldOut(result)!;
  console.log(
    `Epoch ${epoch}: loss ${loss.toFixed(4)}, ${set} loss ${heldOutLoss.toFixed(4)}, ` +
      `${set} accuracy ${(100 * heldOutAccuracy).toFixed(2)} %, ${seconds.toFixed(1)} s`,
  );
}

/** What is known of a run with validation whose test nobody has opened. */
export async function printValidation(
  { validation, engine, checkpoint }: Run,
  { seconds, json }: { seconds: number; json: boolean },
): Promise<void> {
  if (!validation) throw new Error("a run with validation expected");
  const { loss, accuracy: share } = validation;
  if (json) {
    const results = { validationLoss: loss, validationAccuracy: share };
    const fingerprint = await weightsSha256(checkpoint.weights);
    console.log(JSON.stringify({ engine, seconds, ...results, weightsSha256: fingerprint }));
    return;
  }
  console.log(`Validation loss ${loss.toFixed(4)}, accuracy ${(100 * share).toFixed(2)} %`);
  console.log("The test stays closed: --open-test opens it.");
  console.log(`${seconds.toFixed(0)} s on ${formatEngines(engine)}`);
}

export async function printClasses(
  run: Run,
  { labels, seconds, json }: { labels: Uint8Array; seconds: number; json: boolean },
): Promise<void> {
  if (!run.evaluation) throw new Error("a run that has been evaluated expected");
  const { predictions, loss } = run.evaluation;
  const classes = classResults(confusionMatrix(predictions, labels));
  const testAccuracy = accuracy(predictions, labels);
  if (json) {
    const classAccuracy = classes.map((result) => result.accuracy);
    const { engine } = run;
    const fingerprint = await weightsSha256(run.checkpoint.weights);
    const results = { testLoss: loss, testAccuracy, classAccuracy, weightsSha256: fingerprint };
    console.log(JSON.stringify({ engine, seconds, ...results }));
    return;
  }
  for (const result of classes) {
    console.log(
      `Test accuracy of ${classNames[result.classIndex]!.english}: ` +
        `${(100 * result.accuracy).toFixed(1)} % (${result.correct}/${result.total})`,
    );
  }
  console.log(`Test loss ${loss.toFixed(4)}, test accuracy ${(100 * testAccuracy).toFixed(2)} %`);
  console.log(`${seconds.toFixed(0)} s on ${formatEngines(run.engine)}`);
}
