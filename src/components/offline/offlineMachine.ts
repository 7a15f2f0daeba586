// The states of the panel that keeps the site for when there is no network. Pure: offlinePanel sends the events and
// offlineView shows the state. An event that a state does not expect leaves it as it is.
import type { Kept, KeptSite } from "../../lib/offline/keptSite.js";

export type OfflineState =
  | { phase: "looking" }
  /** The browser keeps nothing here; `reason` is for the reader. */
  | { phase: "unavailable"; reason: string }
  | { phase: "resting"; kept: KeptSite; message: string; problem: string }
  | { phase: "keeping"; kept: KeptSite }
  /** The browser is asked to stop, or to let go. */
  | { phase: "cancelling" | "removing"; kept: KeptSite };

export type OfflineEvent =
  | { type: "looked"; kept: KeptSite }
  | { type: "unavailable"; reason: string }
  | { type: "keepAsked" | "cancelAsked" | "removeAsked" }
  | { type: "progress"; kept: KeptSite }
  | { type: "cancelled"; kept: KeptSite }
  | { type: "kept"; kept: KeptSite }
  | { type: "removed"; kept: KeptSite }
  /** `message` is for the reader. */
  | { type: "failed"; kept: KeptSite; message: string };

export const initialOffline: OfflineState = { phase: "looking" };

/** The state after the event; the same object where the event changes nothing. */
export function offlineMachine(state: OfflineState, event: OfflineEvent): OfflineState {
  switch (event.type) {
    case "looked":
      return isBusy(state) ? state : looked(state, event.kept);
    case "unavailable":
      return { phase: "unavailable", reason: event.reason };
    case "keepAsked":
      return state.phase === "resting" ? { phase: "keeping", kept: state.kept } : state;
    case "removeAsked":
      return state.phase === "resting" ? { phase: "removing", kept: state.kept } : state;
    case "cancelAsked":
      return state.phase === "keeping" ? { phase: "cancelling", kept: state.kept } : state;
    case "progress":
      return state.phase === "keeping" ? { ...state, kept: event.kept } : state;
    case "kept":
      return isBusy(state) ? resting(event.kept) : state;
    case "cancelled":
      return isBusy(state)
        ? resting(event.kept, { message: "Cancelado: lo que ya ha llegado se queda." })
        : state;
    case "removed":
      return isBusy(state)
        ? resting(event.kept, {
            message: "Quitado: de este cuaderno ya no queda nada guardado aquí.",
          })
        : state;
    case "failed":
      return isBusy(state) ? resting(event.kept, { problem: event.message }) : state;
  }
}

function isBusy({ phase }: OfflineState): boolean {
  return ["keeping", "cancelling", "removing"].includes(phase);
}

function resting(kept: KeptSite, { message = "", problem = "" } = {}): OfflineState {
  return { phase: "resting", kept, message, problem };
}

/** Leaves what is being told. */
function looked(state: OfflineState, kept: KeptSite): OfflineState {
  return state.phase === "resting" ? { ...state, kept } : resting(kept);
}

/** Whether more may be there soon without the reader having asked for it. */
export function isChanging(state: OfflineState): boolean {
  return state.phase === "resting" && !isAll(state.kept.pages);
}

/** Of the pages and the images together. */
export function wholeOf({ pages, images }: KeptSite): Kept {
  return {
    bytes: (pages?.bytes ?? 0) + images.bytes,
    keptBytes: (pages?.keptBytes ?? 0) + images.keptBytes,
  };
}

export function isAll(part: Kept | undefined): boolean {
  return part?.keptBytes === part?.bytes && part !== undefined;
}
