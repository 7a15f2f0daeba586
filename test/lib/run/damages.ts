// What can be wrong with a run in the store, one thing each, for the tests of what is read and of what is shown.
// Each function is plain enough to run in a page.
import type { SavedEpoch, RunDetails, RunRecord } from "../../../src/lib/run/runRecord.js";

export interface StoredRun {
  run: RunRecord;
  details: RunDetails;
  epoch: SavedEpoch;
}

export interface Damage {
  what: string;
  damage: (stored: StoredRun) => void;
  /** In the message. */
  problem: RegExp;
}

const put = (target: object, field: string, value: unknown) => {
  (target as Record<string, unknown>)[field] = value;
};

/** Of the record, which lists read. */
export const recordDamages: Damage[] = [
  {
    what: "no epochs",
    damage: ({ run }) => Reflect.deleteProperty(run, "epochs"),
    problem: /^falta «epochs»$/,
  },
  {
    what: "no hyperparameters",
    damage: ({ run }) => Reflect.deleteProperty(run, "hyperparameters"),
    problem: /^falta «hyperparameters»$/,
  },
  {
    what: "text for the learning rate",
    damage: ({ run }) => {
      put(run.hyperparameters, "learningRate", "0,01");
    },
    problem: /^en «hyperparameters», Tasa de aprendizaje: hace falta un número/,
  },
  {
    what: "no topology",
    damage: ({ run }) => Reflect.deleteProperty(run, "topology"),
    problem: /^falta «topology»$/,
  },
  {
    what: "a topology that is cut",
    damage: ({ run }) => {
      run.topology = run.topology.slice(0, 100);
    },
    problem: /^«topology» debería ser la red en el JSON de TensorFlow\.js/,
  },
  {
    what: "no list of saved epochs",
    damage: ({ run }) => Reflect.deleteProperty(run, "savedEpochs"),
    problem: /^falta «savedEpochs»$/,
  },
  {
    what: "text for the date",
    damage: ({ run }) => {
      put(run, "updatedAt", "ayer");
    },
    problem: /^«updatedAt» debería ser una fecha, y es «ayer»$/,
  },
  {
    what: "a status of its own",
    damage: ({ run }) => {
      put(run, "status", "dormido");
    },
    problem: /^«status» debería ser uno de estos: .*, y es «dormido»$/,
  },
  {
    what: "text for an accuracy",
    damage: ({ run }) => {
      put(run.epochs[0]!, "testAccuracy", "0.9");
    },
    problem: /^«epochs\[0\]\.testAccuracy» debería ser un número entre 0 y 1, y es «0\.9»$/,
  },
  {
    what: "a number for a name",
    damage: ({ run }) => {
      put(run, "name", 7);
    },
    problem: /^«name» debería ser un texto, y es 7$/,
  },
];

/** Of what is read when the run itself is asked for. */
export const detailsDamages: Damage[] = [
  {
    what: "no checkpoint",
    damage: ({ details }) => Reflect.deleteProperty(details, "checkpoint"),
    problem: /^falta «checkpoint»$/,
  },
  {
    what: "no weights",
    damage: ({ details }) => {
      details.checkpoint.weights = [];
    },
    problem: /^«checkpoint\.weights» debería ser la lista de los pesos de la red/,
  },
  {
    what: "too few numbers in a weight",
    damage: ({ details }) => {
      const [weight] = details.checkpoint.weights;
      weight!.values = weight!.values.slice(1);
    },
    problem: /^«checkpoint\.weights\[0\]\.values» debería ser una lista con tantos números/,
  },
  {
    what: "a NaN in a weight",
    damage: ({ details }) => {
      details.checkpoint.weights[0]!.values[0] = NaN;
    },
    problem: /^«checkpoint\.weights\[0\]\.values» debería ser una lista de números finitos/,
  },
  {
    what: "no curve",
    damage: ({ details }) => Reflect.deleteProperty(details, "curve"),
    problem: /^falta «curve»$/,
  },
];

export const damages: Damage[] = [
  ...recordDamages,
  ...detailsDamages,
  {
    what: "text for the numbers of an epoch",
    damage: ({ epoch }) => {
      put(epoch.weights[0]!, "values", "x");
    },
    problem: /^«weights\[0\]\.values» debería ser una lista de números de 32 bits, y es «x»$/,
  },
];
