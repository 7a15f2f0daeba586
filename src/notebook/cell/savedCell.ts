// What this browser keeps of one cell of the open page, and whether another tab has changed it since this
// one last looked.
import { type CellEdit, editsOf, keepEdit, removeEdit } from "../../lib/browser/editStore.js";

export class SavedCell {
  /** As this tab knows it. */
  private known: CellEdit | undefined;

  constructor(
    private readonly place: { page: string; cell: string },
    private readonly original: string,
  ) {
    this.read();
  }

  /** What stands in the editor of a tab that knows nothing newer. */
  get text(): string {
    return this.known ? textOf(this.known) : this.original;
  }

  get hasChangedElsewhere(): boolean {
    return JSON.stringify(this.stored()) !== JSON.stringify(this.known);
  }

  /** As it is saved now; from here on this tab knows it. */
  read(): CellEdit | undefined {
    return (this.known = this.stored());
  }

  /** What is to be saved of what the cell runs and of what stands in its editor; undefined: both are the original. */
  editOf({ ran, text }: { ran: string; text: string }): CellEdit | undefined {
    const { place, original, known } = this;
    if (known?.source === ran && known.original === original && text === this.text) return known;
    if (ran === original && text === original) return undefined;
    const draft = text === ran ? {} : { draft: text };
    return { ...place, source: ran, original, savedAt: Date.now(), ...draft };
  }

  /** Keeps it, or forgets what was saved; whether the browser could. */
  write(edit: CellEdit | undefined): boolean {
    if (edit === this.known && edit) return true;
    const kept = edit ? keepEdit(edit) : true;
    if (!edit) removeEdit(this.place);
    this.read();
    return kept;
  }

  stored(): CellEdit | undefined {
    return editsOf(this.place.page).find(({ cell }) => cell === this.place.cell);
  }
}

/** What stands in the cell's editor. */
export function textOf({ draft, source }: CellEdit): string {
  return draft ?? source;
}
