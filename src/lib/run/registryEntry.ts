// What the registry says of one hyperparameter: a number, a choice, a switch, or a digit a class.

interface Entry {
  label: string;
  /** One sentence. */
  help: string;
  /** Its name in a link: permanent. */
  link: string;
  /** Another name of it at the command line than the usual one. */
  option?: string;
  /** In a recipe, around its value; left out: `momento 0,9`. */
  phrase?: (value: string) => string;
}

export interface NumberEntry extends Entry {
  kind: "number";
  default: number;
  min: number;
  max: number;
  integer: boolean;
  /** What the number counts, as it is read behind it. */
  unit: string;
  /** Where its slider stops, evenly spaced: values worth trying, the default among them. Left out: no quantity. */
  stops?: readonly number[];
  /** The layers of the reader's own network have their own, and then this one is not used. */
  ofNetwork?: true;
  /** It says by what a run is judged: those that differ in it cannot be compared, and no sweep goes through it. */
  judges?: true;
}

export interface ChoiceEntry extends Entry {
  kind: "choice";
  /** The first is the default. */
  options: readonly {
    value: string;
    label: string;
    /** In a sentence: «optimizador SGD → Adam». */
    name: string;
    /** In a link: permanent. */
    link: string;
  }[];
}

/** Off by default. */
export interface SwitchEntry extends Entry {
  kind: "switch";
  /** How it is when it is off. */
  off: string;
}

/** A digit for each class, in their order: a text of ten. */
export interface ClassesEntry extends Entry {
  kind: "classes";
  default: string;
  /** Of a digit. */
  min: number;
  max: number;
}

export type RegistryEntry = NumberEntry | ChoiceEntry | SwitchEntry | ClassesEntry;
export type Registry = Readonly<Record<string, RegistryEntry>>;
