// Whether there is a graphics card behind what a browser offers for computing on one. Where there is none, the processor
// may imitate it: rightly, but much slower than WebAssembly.

export type GraphicsCard = "real" | "imitated" | "none";

const SOFTWARE_RENDERERS = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/** `none` where the browser lets nothing of the kind be used, or not with 32-bit floats. */
export async function graphicsCard(through: "webgpu" | "webgl"): Promise<GraphicsCard> {
  return through === "webgpu" ? behindWebGpu() : behindWebGl();
}

interface GpuAdapter {
  isFallbackAdapter?: boolean;
  info?: {
    description?: string;
    vendor?: string;
    architecture?: string;
    isFallbackAdapter?: boolean;
  };
}

async function behindWebGpu(): Promise<GraphicsCard> {
  const gpu = (
    globalThis.navigator as { gpu?: { requestAdapter(): Promise<GpuAdapter | null> } } | undefined
  )?.gpu;
  const adapter = await gpu?.requestAdapter();
  if (!adapter) return "none";
  const { info } = adapter;
  const description = `${info?.vendor ?? ""} ${info?.architecture ?? ""} ${info?.description ?? ""}`;
  const isFallback = adapter.isFallbackAdapter ?? info?.isFallbackAdapter ?? false;
  return isFallback || SOFTWARE_RENDERERS.test(description) ? "imitated" : "real";
}

function behindWebGl(): GraphicsCard {
  if (typeof OffscreenCanvas === "undefined") return "none";
  const gl = new OffscreenCanvas(1, 1).getContext("webgl2");
  if (!gl) return "none";
  const extension = gl.getExtension("WEBGL_debug_renderer_info");
  const name: unknown = gl.getParameter(
    extension ? extension.UNMASKED_RENDERER_WEBGL : gl.RENDERER,
  );
  const canRenderFloat32 = gl.getExtension("EXT_color_buffer_float") !== null;
  gl.getExtension("WEBGL_lose_context")?.loseContext();
  if (!canRenderFloat32) return "none";
  return SOFTWARE_RENDERERS.test(String(name)) ? "imitated" : "real";
}
