// The data set at a glance: counts a class, the mean image of each class and how far from it its images
// are, the pixels' mean and standard deviation, and how many of them are black.
import {
  CLASS_COUNT,
  type Dataset,
  type DatasetSummary,
  type ImageSet,
  PIXELS,
} from "../src/lib/dataset/dataset.js";

export function summary({ train, test }: Dataset): DatasetSummary {
  const means = meanImages(train);
  return {
    trainCounts: classCounts(train.labels),
    testCounts: classCounts(test.labels),
    meanImages: means,
    classSpread: classSpread(train, means),
    ...pixelStatistics(train.images),
  };
}

function classCounts(labels: Uint8Array): number[] {
  const counts = new Array<number>(CLASS_COUNT).fill(0);
  for (const label of labels) counts[label]!++;
  return counts;
}

/** [10][784], each pixel 0–255, rounded. */
function meanImages({ images, labels, count }: ImageSet): number[][] {
  const sums = Array.from({ length: CLASS_COUNT }, () => new Float64Array(PIXELS));
  for (let n = 0; n < count; n++) {
    const sum = sums[labels[n]!]!;
    for (let i = 0; i < PIXELS; i++) sum[i]! += images[n * PIXELS + i]!;
  }
  const counts = classCounts(labels);
  return sums.map((sum, c) => Array.from(sum, (value) => Math.round(value / counts[c]!)));
}

/** For each class, the mean absolute difference of its images' pixels from their mean image, 0–255, [10]. */
function classSpread({ images, labels, count }: ImageSet, means: number[][]): number[] {
  const sums = new Array<number>(CLASS_COUNT).fill(0);
  for (let n = 0; n < count; n++) {
    const label = labels[n]!;
    const mean = means[label]!;
    let sum = 0;
    for (let i = 0; i < PIXELS; i++) sum += Math.abs(images[n * PIXELS + i]! - mean[i]!);
    sums[label]! += sum / PIXELS;
  }
  const counts = classCounts(labels);
  return sums.map((sum, c) => sum / counts[c]!);
}

/** Mean and standard deviation of all the pixels, scaled to 0–1, and the part of them that is black. */
function pixelStatistics(
  images: Uint8Array,
): Pick<DatasetSummary, "pixelMean" | "pixelDeviation" | "blackShare"> {
  let sum = 0;
  let squares = 0;
  let black = 0;
  for (const pixel of images) {
    sum += pixel;
    squares += pixel * pixel;
    if (pixel === 0) black++;
  }
  const mean = sum / images.length;
  const deviation = Math.sqrt(squares / images.length - mean * mean);
  const blackShare = black / images.length;
  return { pixelMean: mean / 255, pixelDeviation: deviation / 255, blackShare };
}
