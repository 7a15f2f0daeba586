// Pictures that come by other ways than a button: dropped on a place, or pasted while it is seen.

type OnFile = (file: File) => Promise<void>;

/** Of several files dropped at once it takes the first. */
export function takeDrops(place: HTMLElement, onFile: OnFile): void {
  const mark = (isOver: boolean) => {
    place.classList.toggle("drop-here", isOver);
  };
  place.addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    mark(true);
  });
  place.addEventListener("dragleave", (event) => {
    if (!place.contains(event.relatedTarget as Node | null)) mark(false);
  });
  place.addEventListener("drop", (event) => {
    mark(false);
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    void onFile(file);
  });
}

/** What is pasted into a field or a cell's editor is theirs. */
export function listenToPaste(
  place: HTMLElement,
  onFile: OnFile,
  { invalidation }: { invalidation: Promise<unknown> },
): void {
  const take = (event: ClipboardEvent) => {
    const file = event.clipboardData?.files[0];
    if (!file || !place.checkVisibility() || isEditable(event.target)) return;
    event.preventDefault();
    void onFile(file);
  };
  document.addEventListener("paste", take);
  void invalidation.then(() => {
    document.removeEventListener("paste", take);
  });
}

function isEditable(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches("input, textarea, select");
}
