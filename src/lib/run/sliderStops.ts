// Where the sliders of the hyperparameters stop: values that make sense to try, those of the original
// among them. Evenly spaced stops make a logarithmic slider of 0.001, 0.002, 0.005 … The number field
// takes any other value. The seed has no slider: no seed is more than another.
import type { NumericHyperparameter, RecipeNumber } from "./hyperparameters.js";

type SliderName = Exclude<NumericHyperparameter | RecipeNumber, "seed">;

export const sliderStops: Readonly<Record<SliderName, readonly number[]>> = {
  epochs: [1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100],
  batchSize: [1, 2, 5, 10, 20, 32, 50, 64, 100, 128, 200, 256, 500],
  learningRate: [
    ...[0.0001, 0.0002, 0.0003, 0.0005, 0.0007, 0.001, 0.002, 0.003, 0.005, 0.007],
    ...[0.01, 0.02, 0.03, 0.05, 0.07, 0.1, 0.2, 0.3, 0.5, 0.7, 1],
  ],
  momentum: [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.99],
  dropoutRate: [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8, 0.9],
  trainImages: [
    ...[1000, 2000, 3000, 4000, 5000, 6000, 8000, 10_000, 15_000, 20_000],
    ...[25_000, 30_000, 40_000, 50_000, 60_000],
  ],
  weightDecay: [0, 0.00001, 0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1],
  shift: [0, 1, 2, 3, 4, 5, 6, 7, 8],
  erasing: [0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.75, 1],
};
