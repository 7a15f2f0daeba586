// When what the reader has made of a cell is saved, and what they are asked where another version stands
// beside it: the original of a newer site, or what another tab has saved.
import type { CellEdit } from "../../lib/browser/editStore.js";
import type { CellView } from "./cellView.js";
import { SavedCell } from "./savedCell.js";
import { newOriginal, ofOtherTab } from "./twoVersions.js";

interface Options {
  page: string;
  /** What the page runs, and what stands in the editor. */
  current: () => { ran: string; text: string };
  /** Takes the original in the place of the reader's version. */
  takeOriginal: () => unknown;
  /** Takes what another tab has saved; undefined: the original. */
  take: (edit: CellEdit | undefined) => unknown;
  /** @param saved false if the browser does not save anything */
  onSaved: (saved: boolean) => void;
}

/** How long a draft waits for the next key. */
const DRAFT_DELAY_MS = 300;

export class CellSaving {
  private readonly saved: SavedCell;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly view: CellView,
    private readonly options: Options,
  ) {
    this.saved = new SavedCell({ page: options.page, cell: view.name }, view.original);
    addEventListener("pagehide", () => {
      const { ran, text } = options.current();
      if (text !== ran) this.save();
    });
  }

  /** As the cell stands now, saved or not; undefined: the original. */
  get edit(): CellEdit | undefined {
    return this.saved.editOf(this.options.current());
  }

  /** What stands in the editor of a tab that knows nothing newer. */
  get text(): string {
    return this.saved.text;
  }

  /** Whether another tab has changed it. */
  get hasChangedElsewhere(): boolean {
    return this.saved.hasChangedElsewhere;
  }

  /** Whether the reader has just written something here that is not saved. */
  get hasUnsaved(): boolean {
    return this.options.current().text !== this.saved.text;
  }

  /** As it is saved, perhaps by another tab; from here on this one knows it. */
  read(): CellEdit | undefined {
    return this.saved.read();
  }

  /** Saves what differs from the original, in this browser, unless another tab has something newer. */
  save(): void {
    this.cancel();
    if (this.saved.hasChangedElsewhere) this.offerOtherTab();
    else this.options.onSaved(this.saved.write(this.edit));
  }

  /** Saves it once the reader stops typing. */
  saveSoon(): void {
    this.cancel();
    this.timer = setTimeout(() => {
      this.save();
    }, DRAFT_DELAY_MS);
  }

  cancel(): void {
    clearTimeout(this.timer);
  }

  /** Where the site has another original than the one that the reader changed, the choice between both. */
  offerNewOriginal(edit: CellEdit | undefined): void {
    const { original } = this.view;
    if (!edit || edit.original === original) return;
    const { takeOriginal } = this.options;
    this.view.offerBoth(newOriginal(edit, original, { keep: this.saveMine, take: takeOriginal }));
  }

  /** The choice between what another tab has saved and what stands here. */
  offerOtherTab(): void {
    const take = () => this.options.take(this.read());
    this.view.offerBoth(
      ofOtherTab(this.saved.stored(), this.view.original, { keep: this.saveMine, take }),
    );
  }

  private readonly saveMine = (): void => {
    this.saved.read();
    this.view.clearNotices();
    this.save();
  };
}
