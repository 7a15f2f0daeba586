// What this browser keeps of one cell of the open page, and whether another tab has changed it since this
// one last looked.
import { type CellEdit, editsOf, keepEdit, removeEdit } from "../lib/editStore.js";

export class KeptCell {
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
    const { draft, source } = this.known ?? { source: this.original };
    return draft ?? source;
  }

  get hasChangedElsewhere(): boolean {
    return JSON.stringify(this.stored()) !== JSON.stringify(this.known);
  }

  /** As it is kept now; from here on this tab knows it. */
  read(): CellEdit | undefined {
    return (this.known = this.stored());
  }

  /**
   * Keeps what the cell runs, and what stands in its editor; nothing where both are the original. Whether
   * the browser could.
   */
  write({ ran, text }: { ran: string; text: string }): boolean {
    const { place, original, known } = this;
    if (known?.source === ran && known.original === original && text === this.text) return true;
    if (ran === original && text === original) {
      removeEdit(place);
      this.read();
      return true;
    }
    const draft = text === ran ? {} : { draft: text };
    const kept = keepEdit({ ...place, source: ran, original, savedAt: Date.now(), ...draft });
    this.read();
    return kept;
  }

  stored(): CellEdit | undefined {
    return editsOf(this.place.page).find(({ cell }) => cell === this.place.cell);
  }
}
