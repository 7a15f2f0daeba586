// The small picture of a file that the reader brings.
import { thumbnail } from "../preparation/thumbnail.js";
import type { Incoming } from "../preparation/preparedGarment.js";
import { ReaderError } from "../../../lib/errors/readerError.js";

/** Rejects with a ReaderError that says what is wrong with the file. */
export async function fileThumbnail(file: File): Promise<Incoming> {
  if (file.size === 0) {
    throw new ReaderError(`El archivo «${file.name}» está vacío. Elige otro.`);
  }
  const { checkSize, decodingProblem, HEAD_BYTES, readPictureInfo } =
    await import("./pictureFile.js"); // for who brings one
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  const info = readPictureInfo(head);
  if (info) checkSize(info);
  try {
    const picture = await thumbnail(file, info ?? (await decodedSize(file)));
    const notice = info?.isAnimated ? "La imagen se mueve: cuenta su primer fotograma." : undefined;
    return { picture, origin: "file", notice };
  } catch (error) {
    if (error instanceof DOMException) throw decodingProblem(file.name, head);
    throw error;
  }
}

/** Of a picture whose kind only the browser knows. */
async function decodedSize(file: File): Promise<{ width: number; height: number }> {
  const bitmap = await createImageBitmap(file);
  const { width, height } = bitmap;
  bitmap.close();
  return { width, height };
}
