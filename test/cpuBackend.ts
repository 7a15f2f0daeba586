// The files of a worker share TensorFlow.js: each begins on the backend in plain JavaScript, whatever the one before chose.
import { beforeAll } from "vitest";
import * as tf from "../src/lib/network/tf.js";

beforeAll(async () => {
  await tf.setBackend("cpu");
});
