// Where PyTorch can be had: the seeds and the bench compare with it.
import { spawnSync } from "node:child_process";

/** A python that has torch, or undefined. */
export function findPython(): string | undefined {
  return ["python3", "/usr/bin/python3"].find(
    (python) => spawnSync(python, ["-c", "import torch"]).status === 0,
  );
}
