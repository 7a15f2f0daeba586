import { describe, expect, test } from "vitest";
import { deflateSync } from "node:zlib";
import {
  checkSize,
  decodingProblem,
  readPictureInfo,
} from "../../../../src/components/inside/photo/pictureFile.js";
import { ReaderError } from "../../../../src/lib/errors/readerError.js";

const ascii = (text: string) => Buffer.from(text, "latin1");
const uint32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};
/** The checksum is not looked at. */
const chunk = (type: string, content: Buffer) =>
  Buffer.concat([uint32(content.length), ascii(type), content, uint32(0)]);

function png(width: number, height: number, ...chunks: Buffer[]): Uint8Array {
  const size = Buffer.concat([uint32(width), uint32(height), Buffer.from([8, 0, 0, 0, 0])]);
  const data = chunk("IDAT", deflateSync(Buffer.alloc(4)));
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([start, chunk("IHDR", size), ...chunks, data]);
}

function gif({ moves }: { moves: boolean }): Uint8Array {
  const screen = Buffer.concat([ascii("GIF89a"), Buffer.from([3, 0, 2, 0, 0, 0, 0])]);
  const loop = Buffer.concat([
    Buffer.from([0x21, 0xff, 11]),
    ascii("NETSCAPE2.0"),
    Buffer.from([3, 1, 0, 0, 0]),
  ]);
  return Buffer.concat([screen, ...(moves ? [loop] : []), Buffer.from([0x3b])]);
}

function webp(flags: number): Uint8Array {
  const extended = Buffer.from([flags, 0, 0, 0, 9, 0, 0, 19, 0, 0]); // 10 × 20, less one each
  const length = Buffer.from([10, 0, 0, 0]);
  return Buffer.concat([
    ascii("RIFF"),
    Buffer.from([22, 0, 0, 0]),
    ascii("WEBPVP8X"),
    length,
    extended,
  ]);
}

describe("readPictureInfo", () => {
  test("knows the kind and the size of a picture by its beginning", () => {
    const expected = { width: 640, height: 480, kind: "png", isAnimated: false };
    expect(readPictureInfo(png(640, 480))).toEqual(expected);
  });

  test("tells the pictures that move from those that do not", () => {
    const control = chunk("acTL", Buffer.alloc(8));
    expect(readPictureInfo(png(4, 4, control))?.isAnimated).toBe(true);
    expect(readPictureInfo(gif({ moves: true }))).toMatchObject({
      width: 3,
      height: 2,
      isAnimated: true,
    });
    expect(readPictureInfo(gif({ moves: false }))?.isAnimated).toBe(false);
    expect(readPictureInfo(webp(2))).toMatchObject({ width: 10, height: 20, isAnimated: true });
    expect(readPictureInfo(webp(0))?.isAnimated).toBe(false);
  });

  test.each([
    ["nothing", ""],
    ["a text", "No soy una imagen."],
    ["half a header", "\x89PNG\r\n"],
    ["a program", "\x7fELF\x02\x01\x01"],
  ])("knows nothing of %s", (_, content) => {
    expect(readPictureInfo(ascii(content))).toBeUndefined();
  });
});

describe("checkSize", () => {
  const sized = (width: number, height: number) => ({
    width,
    height,
    kind: "png",
    isAnimated: false,
  });

  test("lets a hundred million pixels pass, and no more", () => {
    expect(() => {
      checkSize(sized(10_000, 10_000));
    }).not.toThrow();
    expect(() => {
      checkSize(sized(20_000, 15_000));
    }).toThrow("La imagen mide 20.000 × 15.000 píxeles");
  });
});

test("what cannot be decoded says what to do, by its kind", () => {
  const heic = Buffer.concat([uint32(24), ascii("ftypheic\0\0\0\0mif1heic")]);
  expect(decodingProblem("foto.heic", heic)).toBeInstanceOf(ReaderError);
  expect(decodingProblem("foto.heic", heic).message).toContain("«El más compatible»");
  const letter = decodingProblem("carta.txt", ascii("Hola."));
  expect(letter.message).toContain("«carta.txt» no es una imagen");
  const broken = decodingProblem("rota.png", png(4, 4));
  expect(broken.message).toContain("una imagen PNG: o está dañada");
});
