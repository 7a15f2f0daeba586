// The states of the bar that tells of a new version of the site. Pure: src/newVersion.ts sends the events and versionBar
// shows the state. An event that a state does not expect leaves it as it is.

export type VersionState =
  /** Nothing to tell, or the reader has put it off in this tab. */
  | { phase: "quiet" }
  /** A version is there, and takes over when the reader says so. */
  | { phase: "offered"; version: string }
  /** The reader has said so, and some tab trains: it takes over when that is over. */
  | { phase: "waiting"; version: string }
  | { phase: "takingOver" }
  /** It took over from another tab: this one goes on with the version that it shows. */
  | { phase: "former" };

export type VersionEvent =
  | { type: "found"; version: string }
  | { type: "agreed"; isTraining: boolean }
  | { type: "trainingOver" | "putOff" | "tookOver" };

/** The state after the event; the same object where the event changes nothing. */
export function versionMachine(state: VersionState, event: VersionEvent): VersionState {
  const { phase } = state;
  switch (event.type) {
    case "found":
      if (phase === "takingOver" || phase === "former") return state;
      if (phase !== "quiet" && state.version === event.version) return state;
      return { phase: "offered", version: event.version };
    case "agreed":
      if (phase !== "offered") return state;
      return event.isTraining
        ? { phase: "waiting", version: state.version }
        : { phase: "takingOver" };
    case "trainingOver":
      return phase === "waiting" ? { phase: "takingOver" } : state;
    case "putOff":
      return phase === "takingOver" ? state : { phase: "quiet" };
    case "tookOver":
      return phase === "takingOver" ? state : { phase: "former" };
  }
}

/** What the bar says; empty while there is none. */
export function describeVersion({ phase }: VersionState): string {
  switch (phase) {
    case "quiet":
      return "";
    case "offered":
      return "Hay una versión nueva de este cuaderno.";
    case "waiting":
      return "Se está entrenando en alguna pestaña: la versión nueva se pondrá cuando acabe, o cuando cierres esa pestaña.";
    case "takingOver":
      return "Actualizando…";
    case "former":
      return "El cuaderno se ha actualizado desde otra pestaña. Esta sigue con la versión anterior hasta que la recargues.";
  }
}
