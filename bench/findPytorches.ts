// Which PyTorch takes part: that of the system, and those that PYTORCH_PYTHON names.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { contestantNames } from "./contestantNames.js";

export interface Pytorch {
  /** The program that runs Python. */
  python: string;
  /** `PyTorch 2.6 (OpenBLAS)` */
  name: string;
}

/** What `pytorch.py describe` says. */
export interface PytorchDescription {
  version: string;
  blas: string | null;
}

/** Handed over as text, so that a Python in a folder of its own (chroot) need not find the file. */
export const pytorchProgram = readFileSync(join(import.meta.dirname, "pytorch.py"), "utf8");

const SYSTEMS = ["python3", "/usr/bin/python3"];

/**
 * Each once, the system's first.
 * @param paths Pythons with PyTorch, separated as in PATH
 * Throws an Error that names one of them that has none.
 */
export function findPytorches(paths = process.env.PYTORCH_PYTHON ?? ""): Pytorch[] {
  const own = paths
    .split(delimiter)
    .filter((path) => path !== "")
    .map((python) => {
      const found = pytorchOf(python);
      if (!found)
        throw new Error(`PYTORCH_PYTHON: a Python with PyTorch expected, ${python} found`);
      return found;
    });
  const found = [...SYSTEMS.flatMap((python) => pytorchOf(python) ?? []), ...own];
  if (found.length === 0) {
    console.error("SKIPPED: PyTorch; no python3 has torch (Debian: apt-get install python3-torch)");
  }
  return found.filter(({ name }, i) => found.findIndex((other) => other.name === name) === i);
}

export function pytorchName({ version, blas }: PytorchDescription): string {
  const [short = version] = /^\d+\.\d+/.exec(version) ?? [];
  return `${contestantNames.pytorch} ${short}${blas === null ? "" : ` (${blas})`}`;
}

function pytorchOf(python: string): Pytorch | undefined {
  const { status, stdout } = spawnSync(python, ["-c", pytorchProgram, "describe"], {
    encoding: "utf8",
  });
  if (status !== 0) return undefined;
  return { python, name: pytorchName(JSON.parse(stdout) as PytorchDescription) };
}
