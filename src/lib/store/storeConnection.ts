// How the store's parts reach the database: each action is answered within seconds or told to fail, and the
// other tabs and workers of the site hear of each change.
import { type RunDatabase, runDatabase, storageError } from "./runDatabase.js";
import { StorageError } from "./storageError.js";

/** Reading or saving a run takes milliseconds; a database that hangs would hold a training for ever. */
const LONGEST_ANSWER_MS = 8000;

const SILENT =
  "El navegador no responde al guardar o leer los entrenamientos. Puedes entrenar igual, pero lo nuevo no se guarda. " +
  "Cierra las demás pestañas de este cuaderno y recarga esta.";

type Use = <T>(
  action: (db: RunDatabase) => Promise<T>,
  options?: { mayTakeLong?: boolean },
) => Promise<T>;

export interface StoreConnection {
  /**
   * Rejects with a StorageError, in Spanish.
   * @param options.mayTakeLong with as many runs as there are, or all of a run's epochs
   */
  readonly use: Use;
  /** Does it too, and then tells the others. */
  readonly change: Use;
  readonly announce: () => void;
  /** Calls back when a tab or a worker has changed something; returns how to stop it. */
  readonly onChange: (listener: () => void) => () => void;
  /** What reading has found damaged in runs whose record is whole, by their ids. */
  readonly damage: Map<string, string>;
}

/** @param site its address, which ends with a slash */
export function connectStore(site: string): StoreConnection {
  const use = usesOf(runDatabase(site));
  const channelName = `red-convolucional ${site} corridas`;
  let channel: BroadcastChannel | undefined;
  const announce = () => {
    channel ??= openChannel(channelName);
    channel?.postMessage(null);
  };
  return {
    use,
    announce,
    damage: new Map(),
    async change(action, options) {
      const result = await use(action, options);
      announce();
      return result;
    },
    onChange(listener) {
      const incoming = openChannel(channelName);
      if (incoming) incoming.onmessage = listener;
      return () => {
        incoming?.close();
      };
    },
  };
}

function usesOf(database: () => Promise<RunDatabase>): Use {
  /** Actions that have not been answered in time: another would only wait behind them. */
  let unanswered = 0;
  return async (action, { mayTakeLong = false } = {}) => {
    try {
      const db = await database();
      if (unanswered > 0) throw new StorageError(SILENT);
      const answer = action(db);
      if (mayTakeLong) return await answer;
      const late: unique symbol = Symbol();
      const result = await Promise.race([answer, waitFor(LONGEST_ANSWER_MS, late)]);
      if (result !== late) return result;
      unanswered++;
      const isOver = () => {
        unanswered--;
      };
      answer.then(isOver, isOver);
      throw new StorageError(SILENT);
    } catch (error) {
      throw storageError(error);
    }
  };
}

function waitFor<T>(ms: number, value: T): Promise<T> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms, value);
  });
}

/** Undefined where the browser keeps nothing for the site, and then nothing changes either. */
function openChannel(name: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(name);
  } catch {
    return undefined;
  }
}
