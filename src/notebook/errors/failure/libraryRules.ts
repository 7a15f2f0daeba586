// What Framework and Observable Plot say themselves.
import type { Rule } from "../explanation.js";

export const libraryRules: readonly Rule[] = [
  [
    /^circular definition$/,
    () => ({
      message: "Referencia circular: dos celdas se necesitan la una a la otra.",
      hint: "Ninguna de las dos puede ir primero: quita uno de los dos usos.",
    }),
  ],
  [
    /^(.+?) is defined more than once$/,
    (name) => ({
      message: `«${name}» lo declaran dos celdas de esta página.`,
      hint: "Cambia el nombre en una de las dos.",
    }),
  ],
  [
    /^invalid mark; missing render function/,
    () => ({
      message: "En «marks» hay algo que no es una marca.",
      hint: "Una marca se hace con Plot.dot(…), Plot.line(…), Plot.barY(…) y las demás.",
    }),
  ],
  [
    /^unknown scale type: (.+)$/,
    (name) => ({
      message: `«${name}» no es un tipo de escala.`,
      hint: "Los más usados: linear, log, sqrt, point, band, ordinal, utc.",
    }),
  ],
  [
    /^unknown (?:\w+ )?scheme: (.+)$/,
    (name) => ({
      message: `«${name}» no es el nombre de una gama de colores.`,
      hint: "Algunos: blues, viridis, turbo, rdbu, tableau10.",
    }),
  ],
  [
    /^invalid (?:\w+ )?reduce: (.+)$/,
    (name) => ({
      message: `«${name}» no es una manera de resumir un grupo.`,
      hint: "Algunas: count, sum, mean, median, min, max, first.",
    }),
  ],
  [
    /^missing channel(?: value)?: (.+)$/,
    (name) => ({ message: `A una marca de la gráfica le falta «${name}».` }),
  ],
];
