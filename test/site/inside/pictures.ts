// Pictures as a reader's files may be, made by the browser's own encoders.
import type { Page } from "playwright-core";

export interface PictureOptions {
  width: number;
  height: number;
  paper?: string;
  ink?: string;
  type?: "image/png" | "image/jpeg" | "image/webp";
}

type Rectangle = [x: number, y: number, width: number, height: number];

/** A thick L: its foot points to the right. */
export function pictureOfL(page: Page, options: PictureOptions): Promise<Buffer> {
  const rectangles: Rectangle[] = [
    [0.3, 0.1, 0.15, 0.8],
    [0.3, 0.75, 0.4, 0.15],
  ];
  return paint(page, rectangles, options);
}

/** Dark in its corners, and nowhere a plain border. */
export function chessboard(page: Page): Promise<Buffer> {
  const light = Array.from({ length: 49 }, (_, i) => i).filter((i) => i % 2 === 1);
  const rectangles = light.map((i): Rectangle => [
    (i % 7) / 7,
    Math.floor(i / 7) / 7,
    1 / 7,
    1 / 7,
  ]);
  return paint(page, rectangles, { width: 70, height: 70, paper: "#222", ink: "#ddd" });
}

/** @param rectangles in parts of the picture's width and height */
async function paint(
  page: Page,
  rectangles: Rectangle[],
  options: PictureOptions,
): Promise<Buffer> {
  const base64 = await page.evaluate(
    async ({ rectangles, width, height, paper = "white", ink = "#333", type = "image/png" }) => {
      const canvas = new OffscreenCanvas(width, height);
      const context = canvas.getContext("2d")!;
      context.fillStyle = paper;
      context.fillRect(0, 0, width, height);
      context.fillStyle = ink;
      for (const [x, y, wide, high] of rectangles) {
        context.fillRect(x * width, y * height, wide * width, high * height);
      }
      const blob = await canvas.convertToBlob({ type });
      const bytes = new Uint8Array(await blob.arrayBuffer());
      return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
    },
    { rectangles, ...options },
  );
  return Buffer.from(base64, "base64");
}

/** The JPEG with a note that the camera was turned: 6, a quarter to the right (Exif 2.32, tag 0x0112). */
export function turnedJpeg(jpeg: Buffer, orientation: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write("MM\0*", 0, "latin1");
  tiff.writeUInt32BE(8, 4); // where the one directory is
  tiff.writeUInt16BE(1, 8); // with one entry
  tiff.writeUInt16BE(0x0112, 10);
  tiff.writeUInt16BE(3, 12); // a short
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  const exif = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff]);
  const marker = Buffer.from([0xff, 0xe1, 0, exif.length + 2]);
  return Buffer.concat([jpeg.subarray(0, 2), marker, exif, jpeg.subarray(2)]);
}

/** The head of a PNG of that size, and nothing else of it. */
export function pngHead(width: number, height: number): Buffer {
  const head = Buffer.alloc(33);
  head.write("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 0, "latin1");
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  head.writeUInt8(8, 24);
  return head;
}

/** As an iPhone's photographs begin, and nothing else of one. */
export function heicHead(): Buffer {
  const box = Buffer.alloc(24);
  box.writeUInt32BE(24, 0);
  box.write("ftypheic\0\0\0\0mif1heic", 4, "latin1");
  return box;
}
