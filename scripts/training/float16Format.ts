// How a file of weights is written with numbers of 16 bits, at half the size: each the nearest there is.
import { setFloat16 } from "@petamoriken/float16";
import type { WrittenFormat } from "../../src/lib/files/safetensors.js";

export const float16Format: WrittenFormat = {
  dtype: "F16",
  write: (view, at, value) => {
    setFloat16(view, at, value, true);
  },
};
