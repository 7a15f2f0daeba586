// What the parser (acorn, and Framework's checks after it) says of code that is not JavaScript, where its
// message alone tells enough.
import type { Rule } from "../explanation.js";

export const syntaxRules: readonly Rule[] = [
  [
    /Identifier '(.+?)' has already been declared/,
    (name) => ({
      message: `«${name}» está declarado dos veces en esta celda.`,
      hint: "Cambia el nombre de uno de los dos.",
    }),
  ],
  [
    /Assignment to (?:external variable|global) '(.+?)'/,
    (name) => ({
      message: `La celda cambia «${name}», que no es suyo.`,
      hint: "Un nombre solo lo cambia la celda que lo declara: declara aquí otro con «const». Para comparar se escribe «===».",
    }),
  ],
  [
    /Global '(.+?)' cannot be redefined/,
    (name) => ({
      message: `«${name}» es un nombre del navegador y no se puede declarar.`,
      hint: "Elige otro nombre.",
    }),
  ],
  [
    /Unterminated (?:string|template)/,
    () => ({
      message: "Falta cerrar unas comillas.",
      hint: "Las comillas que abren y las que cierran son iguales: \" \", ' ' o ` `.",
    }),
  ],
  [
    /Unterminated regular expression/,
    () => ({
      message: "Falta cerrar una expresión regular con «/».",
      hint: "Si querías dividir, a la barra le falta un número o un nombre delante.",
    }),
  ],
  [/Unterminated comment/, () => ({ message: "Falta cerrar un comentario con «*/»." })],
  [
    /Unexpected import\.meta/,
    () => ({
      message: "Una celda no es un módulo y no tiene «import.meta».",
      hint: "La dirección de la página está en «location.href».",
    }),
  ],
  [
    /Unexpected export/,
    () => ({
      message: "Una celda no exporta: lo que declara ya lo ven las demás.",
      hint: "Quita la palabra «export».",
    }),
  ],
  [
    /'await'/,
    () => ({
      message: "Hay un «await» donde no puede estar.",
      hint: "Dentro de una función, márcala con «async».",
    }),
  ],
  [
    /'return' outside of function/,
    () => ({
      message: "«return» solo vale dentro de una función.",
      hint: "Para ver un valor, escríbelo solo en la última línea, sin punto y coma, o usa display(…).",
    }),
  ],
  [
    /Unsyntactic (break|continue)/,
    (word) => ({ message: `«${word}» solo vale dentro de un bucle.` }),
  ],
  [
    /Assigning to rvalue|cannot appear in left-hand side|Parenthesized pattern/,
    () => ({
      message: "A la izquierda de «=» tiene que haber un nombre que reciba el valor.",
      hint: "Para comparar se escribe «===».",
    }),
  ],
  [
    /(?:Assigning to|Binding) (\S+) in strict mode/,
    (name) => ({
      message: `«${name}» es de JavaScript y no se puede usar de nombre.`,
      hint: "Elige otro.",
    }),
  ],
  [
    /Identifier directly after number/,
    () => ({
      message: "Un nombre no puede empezar por una cifra, ni un número acabar en letras.",
      hint: "Por ejemplo, «capa3» en vez de «3capa».",
    }),
  ],
  [
    /Invalid number|Numeric separator/,
    () => ({
      message: "Este número está mal escrito.",
      hint: "Los decimales van con punto, 0.5, y los enteros no empiezan por cero.",
    }),
  ],
  [
    /Bad character escape sequence|Invalid Unicode escape|Octal literal/,
    () => ({
      message: "Detrás de una barra \\ hay algo que no significa nada.",
      hint: "Para escribir la barra misma, pon dos: \\\\.",
    }),
  ],
  [
    /Invalid regular expression flag/,
    () => ({
      message: "Detrás de la expresión regular hay una letra que no vale.",
      hint: "Valen d, g, i, m, s, u, y.",
    }),
  ],
  [
    /Invalid regular expression: (.+): /,
    (expression) => ({
      message: `La expresión regular ${expression} no es válida.`,
      hint: "Los signos ( ) [ ] { } * + ? . \\ ^ $ | llevan delante una barra \\ si se buscan tal cual.",
    }),
  ],
  [/Multiple default clauses/, () => ({ message: "Un «switch» solo puede tener un «default»." })],
  [
    /Missing catch or finally/,
    () => ({ message: "Al «try» le falta su «catch».", hint: "try { … } catch (error) { … }." }),
  ],
  [
    /Illegal newline after throw/,
    () => ({ message: "Lo que se lanza va en la misma línea que «throw»." }),
  ],
  [
    /'super' keyword outside|'new\.target' can only/,
    () => ({ message: "Eso solo vale dentro de una clase." }),
  ],
  [
    /Deleting local variable/,
    () => ({ message: "«delete» quita una parte de un objeto, no un nombre." }),
  ],
  [/'with' in strict mode/, () => ({ message: "«with» ya no se usa en JavaScript." })],
  [
    /Complex binding patterns require an initialization value/,
    () => ({
      message: "Falta de dónde se sacan esos nombres.",
      hint: "Por ejemplo, const {a, b} = objeto;",
    }),
  ],
  [
    /Argument name clash/,
    () => ({ message: "Dos parámetros de la función tienen el mismo nombre." }),
  ],
  [
    /Shorthand property assignments are valid only/,
    () => ({
      message: "Dentro de un objeto, el nombre y su valor se separan con dos puntos.",
      hint: "Por ejemplo, {filters: 10}.",
    }),
  ],
  [
    /coalesce expressions cannot be mixed/,
    () => ({ message: "«??» no se mezcla con «||» ni con «&&» sin paréntesis." }),
  ],
  [
    /Unexpected character '[“”‘’«»„]'/,
    () => ({
      message: "Esas comillas no valen en el código.",
      hint: "Usa las rectas: \" \", ' ' o ` `.",
    }),
  ],
  [
    /Unexpected character '([×÷−–—·])'/,
    (sign) => ({
      message: `El signo «${sign}» no vale en el código.`,
      hint: "Se multiplica con *, se divide con / y se resta con -.",
    }),
  ],
  [
    /Unexpected character '(\S)'/,
    (sign) => ({ message: `El signo «${sign}» no puede estar aquí.` }),
  ],
];
