// Numbers of 16 bits, of which a file of weights may be made: a library would take half a microsecond for each.

/**
 * The number that the bits of a float16 mean: a sign, five bits of exponent, ten of fraction.
 * IEEE 754-2019, 3.4.
 */
export function halfNumber(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = (bits & 0x3ff) / 1024;
  if (exponent === 0) return sign * fraction * 2 ** -14; // too small for a leading one
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  return sign * (1 + fraction) * 2 ** (exponent - 15);
}
