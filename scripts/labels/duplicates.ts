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
    contents.add(contentOf(set, index));
  }
  return contents;
}

function contentOf(set: ImageSet, index: number): string {
  return Buffer.from(imageAt(set, index)).toString("latin1");
}

/** The test images, by index, that are in training too, pixel by pixel. */
export function sharedTestImages(train: ImageSet, test: ImageSet): Set<number> {
  const inTrain = contentsOf(train);
  const indices = Array.from({ length: test.count }, (_, index) => index);
  return new Set(indices.filter((index) => inTrain.has(contentOf(test, index))));
}
