// A run's configuration as the query of an address, which holds only what differs from the default, and
// back. With the engine's determinism such a link is an experiment that anybody can repeat; the
// fingerprint of its weights may travel along. A link is data from anywhere: each part of it is
// checked, and refused by itself with a reason.
import {
  defaultHyperparameters,
  defaultValue,
  definitionOf,
  hyperparameterProblems,
  type Hyperparameters,
  type HyperparameterValue,
} from "./hyperparameters.js";
import { type PermalinkParameter, permalinkParameters } from "./permalinkParameters.js";
import { defaultConfiguration, type RunConfiguration } from "./runConfiguration.js";
import { readValue } from "../schema/readValue.js";

export interface Permalink extends RunConfiguration {
  /** The version of what this notebook computes from a configuration. */
  version: number;
  /** The first digits of the SHA-256 of the weights that the run gave, where the link was made. */
  fingerprint?: string;
}

export interface ParsedPermalink {
  /** Always sound, whatever the link. */
  permalink: Permalink;
  /** Whether there was anything in the link. */
  isEmpty: boolean;
  /** In Spanish, one sentence for each part that was refused. */
  refused: string[];
}

/** Raised when the same configuration comes to give other weights. */
export const PERMALINK_VERSION = 1;

/** No link of this notebook is nearly as long; the rest of a longer one is not read. */
const MOST_CHARACTERS = 2000;
/** The most characters of a text from the link that a message quotes. */
const MOST_QUOTED = 40;

/** `tasa=0.01&semilla=7`; empty for the default. */
export function permalinkQuery({ hyperparameters, ...others }: Partial<Permalink>): string {
  const values: Partial<Record<PermalinkParameter["sets"], HyperparameterValue>> = {
    version: PERMALINK_VERSION,
    ...hyperparameters,
    ...others,
  };
  const query = new URLSearchParams();
  for (const { name, sets, default: usual, write } of permalinkParameters) {
    const value = values[sets];
    if (value !== undefined && value !== usual) query.set(name, write(value));
  }
  return query.toString();
}

/** Whether two configurations have the same link. */
export function isSameConfiguration(a: RunConfiguration, b: RunConfiguration): boolean {
  const query = ({ network, hyperparameters }: RunConfiguration) =>
    permalinkQuery({ network, hyperparameters });
  return query(a) === query(b);
}

/** @param query with or without its question mark; any text at all */
export function parsePermalink(query: string): ParsedPermalink {
  const refused: string[] = [];
  const entries = [...new URLSearchParams(query.slice(0, MOST_CHARACTERS))];
  if (query.length > MOST_CHARACTERS) {
    refused.push(`El enlace es demasiado largo: solo se han leído ${MOST_CHARACTERS} caracteres.`);
  }
  const values: Record<string, unknown> = {};
  let isComplete = query.length <= MOST_CHARACTERS;
  for (const name of new Set(entries.map(([found]) => found))) {
    const texts = entries.flatMap(([found, text]) => (found === name ? [text] : []));
    const parameter = permalinkParameters.find((known) => known.name === name);
    const problem = parameter
      ? take(parameter, texts, values)
      : `«${shortened(name)}»: este cuaderno no lo conoce`;
    if (problem !== undefined) refused.push(`${problem}.`);
    if (problem !== undefined && parameter) isComplete = false;
  }
  const found = refused.length;
  const permalink = sound(values, refused);
  if ((!isComplete || refused.length > found) && permalink.fingerprint !== undefined) {
    delete permalink.fingerprint;
    refused.push(
      "«huella»: es del entrenamiento del enlace entero, y sin lo anterior es otro entrenamiento.",
    );
  }
  return { permalink, isEmpty: entries.length === 0, refused };
}

/** Puts the parameter's value among the others, or returns what is wrong with it. */
function take(
  { name, sets, default: usual, schema }: PermalinkParameter,
  texts: readonly string[],
  values: Record<string, unknown>,
): string | undefined {
  if (texts.length > 1) return `«${name}»: aparece más de una vez`;
  const { value, problem } = readValue(schema, shortened(texts[0]!), name);
  if (value !== undefined && value !== usual) values[sets] = value;
  return problem;
}

/** The permalink of values that are sound one by one; those that do not go together are refused. */
function sound(values: Record<string, unknown>, refused: string[]): Permalink {
  const { network, version, fingerprint, ...given } = values as Partial<Permalink>;
  const hyperparameters = { ...defaultHyperparameters, ...(given as Partial<Hyperparameters>) };
  for (const { name, message } of hyperparameterProblems(hyperparameters)) {
    refused.push(message);
    Object.assign(hyperparameters, { [name]: defaultValue(definitionOf(name)) });
  }
  return {
    network: network ?? defaultConfiguration.network,
    hyperparameters,
    version: version ?? 1,
    ...(fingerprint !== undefined && { fingerprint }),
  };
}

function shortened(text: string): string {
  return text.length > MOST_QUOTED ? `${text.slice(0, MOST_QUOTED)}…` : text;
}
