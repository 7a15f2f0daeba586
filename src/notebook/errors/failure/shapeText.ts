/** How a message about sizes that do not fit begins. */
export const MISFIT = "Las formas no encajan";

/** `2,3` → `[2, 3]`. */
export function shapeOf(text: string): string {
  return `[${text.split(",").join(", ")}]`;
}
