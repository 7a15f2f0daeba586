// A canvas's context that keeps the pixels that are put on it; what is drawn by lines and shapes is not seen.

export class PixelContext {
  pixels: ImageData | undefined;

  constructor(readonly canvas: HTMLCanvasElement) {
    return new Proxy(this, {
      get: (context, name) => (name in context ? Reflect.get(context, name) : () => undefined),
    });
  }

  createImageData(width: number, height: number): ImageData {
    return {
      width,
      height,
      data: new Uint8ClampedArray(4 * width * height),
      colorSpace: "srgb",
    };
  }

  putImageData(pixels: ImageData): void {
    this.pixels = pixels;
  }

  measureText(): { width: number } {
    return { width: 0 };
  }
}
