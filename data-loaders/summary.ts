// The data set at a glance: counts a class, the mean image of each class, the pixels' mean and
// standard deviation.
import {
  CLASS_COUNT,
  type Dataset,
  type DatasetSummary,
  type ImageSet,
  PIXELS,
} from "../src/lib/dataset/dataset.js";

export function summary({ train, test }: Dataset): DatasetSummary {
  return {
    trainCounts: classCounts(train.labels),
    testCounts: classCounts(test.labels),
    meanImages: meanImages(train),
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

/** Of all the pixels, scaled to 0–1. */
function pixelStatistics(images: Uint8Array): { pixelMean: number; pixelDeviation: number } {
  let sum = 0;
  let squares = 0;
  for (const pixel of images) {
    sum += pixel;
    squares += pixel * pixel;
  }
  const mean = sum / images.length;
  const deviation = Math.sqrt(squares / images.length - mean * mean);
  return { pixelMean: mean / 255, pixelDeviation: deviation / 255 };
}
