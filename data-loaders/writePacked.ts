// A loader's whole work for one packed file: find, verify, pack, and write to stdout.
import { compress, packedFiles } from "./packedFiles.js";
import { readDataset } from "./readDataset.js";

export async function writePacked(name: string): Promise<void> {
  const pack = packedFiles[name];
  if (!pack) {
    throw new Error(`one of ${Object.keys(packedFiles).join(", ")} expected, ${name} found`);
  }
  process.stdout.write(compress(pack(await readDataset())));
}
