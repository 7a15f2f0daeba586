// Numbers as a Spanish reader types them: «0,01», «60.000». A field of the browser's own for numbers
// would read them by the browser's language, not the page's: one in English takes «0,01» for 1.

/** As the site writes them, 60.000, or with a space: 60 000. */
const THOUSANDS = /^[1-9]\d{0,2}([.\s]\d{3})+$/;
const NUMBER = /^[-−+]?(\d+[.,]?\d*|[.,]\d+)(e[-−+]?\d+)?$/i;

/**
 * NaN for what is no number. The decimals come after a comma or a point.
 * @param options.whole it counts something: a point parts thousands, and «60.00» is no number
 */
export function parseNumber(text: string, { whole = false } = {}): number {
  const typed = text.trim();
  if (whole && THOUSANDS.test(typed)) return Number(typed.replaceAll(/[.\s]/g, ""));
  if (!NUMBER.test(typed)) return NaN;
  const value = Number(typed.replace(",", ".").replaceAll("−", "-"));
  return whole && /[.,]/.test(typed) && Number.isInteger(value) ? NaN : value;
}

/** The numbers of a list, «0,001; 0,01»; a space parts too. */
export function parseNumberList(text: string, options: { whole?: boolean } = {}): number[] {
  const parts = text.split(/[;\s]+/).filter((part) => part !== "");
  return parts.map((part) => parseNumber(part, options));
}

/** As it is put in a field: to the last digit, with a comma and nothing between the thousands. */
export function typedNumber(value: number): string {
  return String(value).replace(".", ",");
}
