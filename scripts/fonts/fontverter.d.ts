// fontverter brings no types of its own; this is what measureFont uses of it.
declare module "fontverter" {
  const fontverter: { convert(font: Uint8Array, to: "sfnt"): Promise<Buffer> };
  export default fontverter;
}
