// How many images of the data set are there twice, pixel by pixel.
import { type ImageSet, imageAt } from "../../src/lib/dataset/dataset.js";
import type { LabelReport } from "../../src/lib/reports/labelReport.js";

export function duplicates(train: ImageSet, test: ImageSet): LabelReport["duplicates"] {
  const [inTrain, inTest] = [contentsOf(train), contentsOf(test)];
  return {
    train: train.count - inTrain.size,
    test: test.count - inTest.size,
    shared: [...inTest].filter((content) => inTrain.has(content)).length,
  };
}

function contentsOf(set: ImageSet): Set<string> {
  const contents = new Set<string>();
  for (let index = 0; index < set.count; index++) {
    contents.add(Buffer.from(imageAt(set, index)).toString("latin1"));
  }
  return contents;
}
