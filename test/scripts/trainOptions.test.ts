import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseTrainOptions } from "../../scripts/training/trainOptions.js";
import { offeredNetworks } from "../../src/lib/network/offeredNetworks.js";
import { defaultHyperparameters } from "../../src/lib/run/hyperparameters.js";

const parse = (line: string) => parseTrainOptions(line === "" ? [] : line.split(" "));

describe("parseTrainOptions", () => {
  test("gives the original's recipe, on one thread of the engine, if nothing is said", () => {
    expect(parse("")).toEqual({
      hyperparameters: defaultHyperparameters,
      trainer: "engine",
      threads: 1,
      topology: undefined,
      json: false,
      out: undefined,
      reference: false,
      opensTest: false,
    });
  });

  test("takes a network with branches from a file", () => {
    const folder = mkdtempSync(join(tmpdir(), "network-"));
    const file = join(folder, "residual.json");
    const residual = offeredNetworks.find(({ id }) => id === "residual")!.topology(0)!;
    writeFileSync(file, residual);
    expect(parse(`--network ${file}`).topology).toBe(residual);
    rmSync(folder, { recursive: true });
  });

  test("reads every hyperparameter", () => {
    const line =
      "--epochs 3 --batch-size 32 --learning-rate 0.01 --momentum 0.8 --dropout 0.1 --seed 7 " +
      "--train-images 600 --optimizer adamw --weight-decay 0.02 --schedule one-cycle " +
      "--flip --shift 2 --erasing 0.25 --validation-images 100 --class-weights 1121111111 --threads 3 --trainer wasm --json --out run.safetensors";
    const { hyperparameters, ...rest } = parse(line);
    expect(hyperparameters).toEqual({
      epochs: 3,
      batchSize: 32,
      learningRate: 0.01,
      momentum: 0.8,
      dropoutRate: 0.1,
      seed: 7,
      trainImages: 600,
      optimizer: "adamw",
      weightDecay: 0.02,
      schedule: "one-cycle",
      flip: true,
      shift: 2,
      erasing: 0.25,
      validationImages: 100,
      classWeights: "1121111111",
    });
    expect(rest).toMatchObject({ threads: 3, trainer: "wasm", json: true, out: "run.safetensors" });
  });

  test.each([
    ["--epochs abc", '--epochs: an integer in 1 … 500 expected, "abc" found'],
    ["--epochs 2.5", '--epochs: an integer in 1 … 500 expected, "2.5" found'],
    ["--seed=", '--seed: an integer in 0 … 4294967295 expected, "" found'],
    ["--dropout 2", '--dropout: a number in 0 … 0.95 expected, "2" found'],
    ["--learning-rate=-1", '--learning-rate: a number in 0.000001 … 10 expected, "-1" found'],
    ["--weight-decay 2", '--weight-decay: a number in 0 … 1 expected, "2" found'],
    ["--shift 2.5", '--shift: an integer in 0 … 14 expected, "2.5" found'],
    ["--shift 28", '--shift: an integer in 0 … 14 expected, "28" found'],
    ["--erasing=", '--erasing: a number in 0 … 1 expected, "" found'],
    ["--erasing 25", '--erasing: a number in 0 … 1 expected, "25" found'],
    ["--train-images 20 --batch-size 40", '"40" found (and no more than are trained on)'],
    [
      "--train-images 2000 --validation-images 2000",
      '--validation-images: an integer in 0 … 20000 expected, "2000" found (and fewer than --train-images)',
    ],
    ["--class-weights 2", "--class-weights: ten digits in 1 … 5, one a class, expected, 2 found"],
    ["--optimizer rmsprop", "--optimizer: one of sgd, nesterov, adam, adamw expected, rmsprop"],
    ["--schedule steps", "--schedule: one of constant, cosine, one-cycle expected, steps found"],
    ["--trainer gpu", "--trainer: one of engine, wasm, cpu expected, gpu found"],
    ["--threads 0", "--threads: an integer in 1 … 64 expected, 0 found"],
    ["--threads=", "--threads: an integer in 1 … 64 expected,  found"],
    ["--network /nowhere.json", "ENOENT"],
    ["--network README.md", "--network: a tf.layers topology in JSON expected"],
    ["--out /nowhere/run.safetensors", "--out: a folder to write in expected, /nowhere found"],
    ["--flip 2", "Unexpected argument '2'"],
    ["--colour", "Unknown option '--colour'"],
  ])("%s: %s", (line, message) => {
    expect(() => parse(line)).toThrow(message);
  });
});
