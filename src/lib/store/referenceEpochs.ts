// The weights that each epoch of the reference run left, asked for one by one. In a page only: Framework replaces
// each literal name by the file's own address.
import { FileAttachment } from "observablehq:stdlib";
import { siteBytes } from "../dataset/siteFile.js";
import { decodeReferenceWeights } from "../files/referenceRun.js";
import type { NamedWeight } from "../network/namedWeight.js";
import { InternalError } from "../errors/internalError.js";

/** @param epoch 0 (as it was born) … 29; the last one's are those of the run. Rejects with a DatasetError. */
export async function referenceWeights(epoch: number): Promise<NamedWeight[]> {
  const url = epochFiles[epoch];
  if (url === undefined) throw new InternalError(`an epoch from 0 to 29 expected, ${epoch} found`);
  const what = `los pesos precalculados de la época ${epoch}`;
  return decodeReferenceWeights(await siteBytes({ url, what }));
}

const epochFiles = [
  FileAttachment("../../reference/epochs/00.safetensors").href,
  FileAttachment("../../reference/epochs/01.safetensors").href,
  FileAttachment("../../reference/epochs/02.safetensors").href,
  FileAttachment("../../reference/epochs/03.safetensors").href,
  FileAttachment("../../reference/epochs/04.safetensors").href,
  FileAttachment("../../reference/epochs/05.safetensors").href,
  FileAttachment("../../reference/epochs/06.safetensors").href,
  FileAttachment("../../reference/epochs/07.safetensors").href,
  FileAttachment("../../reference/epochs/08.safetensors").href,
  FileAttachment("../../reference/epochs/09.safetensors").href,
  FileAttachment("../../reference/epochs/10.safetensors").href,
  FileAttachment("../../reference/epochs/11.safetensors").href,
  FileAttachment("../../reference/epochs/12.safetensors").href,
  FileAttachment("../../reference/epochs/13.safetensors").href,
  FileAttachment("../../reference/epochs/14.safetensors").href,
  FileAttachment("../../reference/epochs/15.safetensors").href,
  FileAttachment("../../reference/epochs/16.safetensors").href,
  FileAttachment("../../reference/epochs/17.safetensors").href,
  FileAttachment("../../reference/epochs/18.safetensors").href,
  FileAttachment("../../reference/epochs/19.safetensors").href,
  FileAttachment("../../reference/epochs/20.safetensors").href,
  FileAttachment("../../reference/epochs/21.safetensors").href,
  FileAttachment("../../reference/epochs/22.safetensors").href,
  FileAttachment("../../reference/epochs/23.safetensors").href,
  FileAttachment("../../reference/epochs/24.safetensors").href,
  FileAttachment("../../reference/epochs/25.safetensors").href,
  FileAttachment("../../reference/epochs/26.safetensors").href,
  FileAttachment("../../reference/epochs/27.safetensors").href,
  FileAttachment("../../reference/epochs/28.safetensors").href,
  FileAttachment("../../reference/epochs/29.safetensors").href,
];
