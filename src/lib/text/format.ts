// Numbers, sizes and durations as a Spanish reader writes them.
const integer = new Intl.NumberFormat("es", { useGrouping: "always" });

/** 60000 → «60.000». */
export function formatInteger(value: number): string {
  return integer.format(Math.round(value));
}

/** By the number of decimals; to make one takes a thousand times longer than to use it. */
const decimalFormats = new Map<number, Intl.NumberFormat>();

function decimalFormat(decimals: number): Intl.NumberFormat {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  const format = decimalFormats.get(decimals) ?? new Intl.NumberFormat("es", digits);
  decimalFormats.set(decimals, format);
  return format;
}

/** 0.3098 → «0,310», with that many decimals; the minus is a minus, not a hyphen. */
export function formatDecimal(value: number, decimals = 3): string {
  return decimalFormat(decimals).format(value).replace("-", "−");
}

/** A value as typed, without padding: 0.001 → «0,001»; a fraction has six digits, a whole number all its own. */
export function formatNumber(value: number): string {
  const maximumSignificantDigits = Number.isSafeInteger(value) ? 16 : 6;
  return value.toLocaleString("es", { maximumSignificantDigits }).replace("-", "−");
}

/** A number to quote back to whoever wrote it: 4294967296 → «4.294.967.296», and nothing is rounded away. */
export function formatExact(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  if (Math.abs(value) >= 1e16) return String(value).replace(".", ",").replace("-", "−");
  const digits = Number(value.toPrecision(15)) === value ? 15 : 17; // 0.1 has 17 too, as float64
  return value
    .toLocaleString("es", { maximumSignificantDigits: digits, useGrouping: "always" })
    .replace("-", "−");
}

/** «1 semilla», «3 semillas». */
export function formatCount(count: number, one: string, many: string): string {
  return `${formatInteger(count)} ${count === 1 ? one : many}`;
}

/** 0.8885 → «88,85 %». */
export function formatPercent(ratio: number, decimals = 1): string {
  if (Number.isNaN(ratio)) return "—";
  return `${formatDecimal(100 * ratio, decimals)}\u00a0%`;
}

/** 4330000 → «4,3 MB». */
export function formatBytes(bytes: number): string {
  return bytes < 1e6 ? `${formatInteger(bytes / 1e3)} kB` : `${formatDecimal(bytes / 1e6, 1)} MB`;
}

/** The time left, as coarse as one can promise: «unos 12 min», «menos de un minuto». */
export function formatTimeLeft(seconds: number): string {
  if (!Number.isFinite(seconds)) return "calculando…";
  if (seconds < 60) return "menos de un minuto";
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return minutes === 1 ? "alrededor de 1 min" : `unos ${minutes} min`;
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60 === 0 ? "" : ` ${minutes % 60} min`;
  return `${hours === 1 ? "alrededor de" : "unas"} ${hours} h${rest}`;
}

/** 83.4 → «1 min 23 s». */
export function formatDuration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole === 0) return "menos de 1 s";
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes} min ${whole % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
