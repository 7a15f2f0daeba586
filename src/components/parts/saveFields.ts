// Saves what is set in a form as long as the tab lives, so that neither a reload nor a look at another
// page loses it.
import { siteAddress } from "../../lib/browser/siteAddress.js";

type Field = HTMLInputElement | HTMLSelectElement;

interface SavedField {
  value: string;
  /** What `validWhile` said of the field. */
  while: string | undefined;
}

/**
 * Sets each field, by its id, to what was saved, and dispatches its `input` and `change`. A choice that
 * is no longer offered is left out.
 * @param options.name of the form, unlike those of all others
 * @param options.validWhile by a field's id: what was saved is void once this gives another text
 */
export function saveFields(
  form: HTMLElement,
  { name, validWhile = {} }: { name: string; validWhile?: Record<string, () => string> },
): void {
  const key = `red-convolucional ${siteAddress()} ${name}`;
  const fields = [...form.querySelectorAll<Field>("input, select")];
  const saved = readSaved(key);
  const present = (id: string) => validWhile[id]?.();
  for (const field of fields) {
    const found = saved.get(field.id);
    if (found?.while !== present(field.id) || !isOffered(field, found?.value)) continue;
    field.value = found!.value;
    for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
  }
  form.addEventListener("input", () => {
    const entries = fields.map(({ id, value }) => [id, { value, while: present(id) }]);
    try {
      sessionStorage.setItem(key, JSON.stringify(entries));
    } catch {
      // A browser that keeps nothing for this site: the form begins again with its first values.
    }
  });
}

function readSaved(key: string): Map<string, SavedField> {
  try {
    return new Map(JSON.parse(sessionStorage.getItem(key) ?? "[]") as [string, SavedField][]);
  } catch {
    return new Map();
  }
}

function isOffered(field: Field, value: unknown): boolean {
  if (typeof value !== "string") return false;
  if (field instanceof HTMLInputElement) return true;
  return [...field.options].some((option) => option.value === value && !option.disabled);
}
