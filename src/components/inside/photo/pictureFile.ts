// What a file says of the picture in it before anything is decoded: which kind, how large, whether it moves.
import { imageSize } from "image-size";
import { ReaderError } from "../../../lib/errors/readerError.js";
import { formatInteger } from "../../../lib/text/format.js";

/** A hundred million pixels take 400 MB when they are decoded. */
const MOST_PIXELS = 100e6;

/** Of a file, to be read: a photograph has its size behind its description and its small preview. */
export const HEAD_BYTES = 1 << 20;

export interface PictureInfo {
  /** As it is seen: a photograph that was turned has turned. */
  width: number;
  height: number;
  /** «png», «jpg», «heic»… */
  kind: string;
  isAnimated: boolean;
}

/**
 * Undefined if it is no picture of a kind that is known here; the browser may know it still.
 * @param head the first HEAD_BYTES of the file
 */
export function readPictureInfo(head: Uint8Array): PictureInfo | undefined {
  try {
    const { width, height, type, orientation = 1 } = imageSize(head);
    const isTurned = orientation >= 5; // by a quarter: Exif 2.32, tag 0x0112
    const size = isTurned ? { width: height, height: width } : { width, height };
    return { ...size, kind: type ?? "?", isAnimated: isAnimated(head) };
  } catch {
    return undefined;
  }
}

/** Throws a ReaderError for one that would take too much memory. */
export function checkSize({ width, height }: PictureInfo): void {
  if (width * height <= MOST_PIXELS) return;
  throw new ReaderError(
    `La imagen mide ${formatInteger(width)} × ${formatInteger(height)} píxeles, y aquí caben ${formatInteger(MOST_PIXELS / 1e6)} millones en total. Redúcela antes con un programa de fotos, o haz una captura de pantalla de ella.`,
  );
}

/** What to do about a file that the browser cannot decode. @param head its first bytes */
export function decodingProblem(name: string, head: Uint8Array): ReaderError {
  const kind = readPictureInfo(head)?.kind;
  if (isHeic(head)) {
    return new ReaderError(
      `Este navegador no sabe abrir fotos HEIC, como «${name}». Guárdala como JPEG (en un iPhone: Ajustes, Cámara, Formatos, «El más compatible»), ábrela en Safari o haz una captura de pantalla de ella.`,
    );
  }
  if (kind === undefined || kind === "svg") {
    return new ReaderError(
      `«${name}» no es una imagen que este navegador sepa abrir. Prueba con una foto JPEG, PNG o WebP.`,
    );
  }
  return new ReaderError(
    `El navegador no ha podido abrir «${name}», una imagen ${kind.toUpperCase()}: o está dañada o incompleta, o es de una clase que no conoce. Prueba con otra, JPEG, PNG o WebP.`,
  );
}

/** By the brand of its first box (ISO/IEC 23008-12), also where the rest is missing. */
function isHeic(head: Uint8Array): boolean {
  return /^.{4}ftyp(?:hei[cmsx]|hev[cmsx]|mif1|msf1)/s.test(latin(head.subarray(0, 12)));
}

/** Whether it has several frames: GIF and PNG say so in a block of their own, WebP by a bit. */
function isAnimated(head: Uint8Array): boolean {
  const text = latin(head);
  if (text.startsWith("GIF")) return text.includes("NETSCAPE2.0");
  if (text.startsWith("PNG", 1)) {
    const control = text.indexOf("acTL");
    return control >= 0 && control < text.indexOf("IDAT");
  }
  return text.startsWith("WEBPVP8X", 8) && (head[20]! & 2) !== 0;
}

/** A character a byte. */
function latin(bytes: Uint8Array): string {
  return new TextDecoder("latin1").decode(bytes);
}
