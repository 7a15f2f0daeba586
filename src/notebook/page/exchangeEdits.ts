// The reader's changes as a file, to keep them or to carry them to another browser.
import * as v from "valibot";
import { type CellEdit, editSchema } from "../../lib/browser/editStore.js";
import { formatInteger } from "../../lib/text/format.js";
import { readValue } from "../../lib/schema/readValue.js";
import { NotebookError } from "../errors/notebookError.js";

const FORMAT = "red-convolucional/celdas";
const VERSION = 1;
const MOST_LETTERS = 2_000_000;
/** Several times as many as the notebook has; each would be looked up, written and told of. */
const MOST_CELLS = 1000;

export function writeEdits(edits: readonly CellEdit[]): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, cells: edits }, null, 2)}\n`;
}

/**
 * The cells as drafts, whatever they were: code from a file runs when its reader has seen it and says so.
 * Throws a NotebookError, in Spanish, for a file that is damaged, of something else, of a newer version or
 * of pages that this notebook does not have.
 */
export function readEdits(text: string, pages: readonly string[]): CellEdit[] {
  const file = openFile(text);
  const { value: cells, problem } = readValue(v.array(editSchema), file.cells, "cells");
  if (file.version !== VERSION || !cells) {
    const what = problem ?? `«version» debería ser ${VERSION}`;
    throw new NotebookError(
      `El archivo está dañado: ${what}. Alguna de sus celdas no está entera y no se ha traído ninguna.`,
    );
  }
  const unknown = cells.find(({ page }) => !pages.includes(page));
  if (unknown) {
    throw new NotebookError(
      `El archivo trae una celda de «${unknown.page}», y este cuaderno no tiene esa página. No se ha traído ninguna.`,
    );
  }
  return cells.map(({ page, cell, source, original, draft = source, savedAt }) => ({
    page,
    cell,
    source: original,
    draft,
    original,
    savedAt,
  }));
}

/** Throws for what is no file of cells, or too much of one. */
function openFile(text: string): EditsFile {
  if (text.length > MOST_LETTERS) {
    throw new NotebookError(
      `El archivo es demasiado grande para ser de celdas de este cuaderno: tiene ${formatInteger(text.length)} caracteres, y caben ${formatInteger(MOST_LETTERS)}. No se ha traído ninguna.`,
    );
  }
  const file = parse(text);
  if (file?.format !== FORMAT) {
    throw new NotebookError(
      "El archivo no es de celdas de este cuaderno. Elige uno que hayas exportado aquí.",
    );
  }
  if (typeof file.version === "number" && file.version > VERSION) {
    throw new NotebookError(
      "El archivo es de una versión más nueva del cuaderno. Ábrelo en esa versión.",
    );
  }
  if (Array.isArray(file.cells) && file.cells.length > MOST_CELLS) {
    throw new NotebookError(
      `El archivo trae ${formatInteger(file.cells.length)} celdas, y de una vez caben ${formatInteger(MOST_CELLS)}. No se ha traído ninguna.`,
    );
  }
  return file;
}

interface EditsFile {
  format?: unknown;
  version?: unknown;
  cells?: unknown;
}

function parse(text: string): EditsFile | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" ? value : null;
  } catch {
    throw new NotebookError("El archivo está dañado o no es de este cuaderno: no se puede leer.");
  }
}
