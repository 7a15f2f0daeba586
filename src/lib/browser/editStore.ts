// What the reader has changed, kept in this browser by page and cell, one entry a cell: two tabs with
// different cells open do not mix theirs up.
import * as v from "valibot";
import { pageOf, siteAddress } from "./siteAddress.js";
import { announceChange, onStoredChange } from "./storedChanges.js";
import { readValue } from "../schema/readValue.js";
import { timeSchema } from "../schema/parts.js";

/** A cell that the reader has changed, as it is saved and as a file carries it. */
export const editSchema = v.object({
  /** `/definir-la-red`. */
  page: v.string(),
  cell: v.string(),
  /** What the cell runs: the reader's version, or the original where only a draft differs. */
  source: v.string(),
  /** Typed and not yet run. */
  draft: v.exactOptional(v.string()),
  /** The cell as the site had it when the reader changed it. */
  original: v.string(),
  /** Milliseconds since 1970. */
  savedAt: timeSchema,
});

export type CellEdit = v.InferOutput<typeof editSchema>;

const prefix = () => `red-convolucional ${siteAddress()} celda `;
const keyOf = ({ page, cell }: Pick<CellEdit, "page" | "cell">) => `${prefix()}${page}#${cell}`;

/** The page that is open, as the site's own address of it. */
export function pageAddress(): string {
  return pageOf(location.pathname);
}

/** All of them; damaged entries left out, and left alone. */
export function allEdits(): CellEdit[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix()))
      .flatMap((key) => parseEdit(localStorage.getItem(key)));
  } catch {
    return []; // storage is off
  }
}

export function editsOf(page: string): CellEdit[] {
  return allEdits().filter((edit) => edit.page === page);
}

/** Whether the browser could keep it. */
export function keepEdit(edit: CellEdit): boolean {
  try {
    localStorage.setItem(keyOf(edit), JSON.stringify(edit));
    return true;
  } catch {
    return false;
  }
}

export function removeEdit(edit: Pick<CellEdit, "page" | "cell">): void {
  try {
    localStorage.removeItem(keyOf(edit));
  } catch {
    // nothing was saved
  }
}

function parseEdit(json: string | null): CellEdit[] {
  try {
    const { value } = readValue(editSchema, JSON.parse(json ?? ""));
    return value ? [value] : [];
  } catch {
    return [];
  }
}

/** Says that edits have come from elsewhere than the cells of this page: from a file. */
export function announceEdits(): void {
  announceChange(prefix());
}

/** Calls back when edits may have changed that this page's cells did not make. */
export function onEditsElsewhere(callback: () => void): void {
  onStoredChange(prefix(), callback);
}
