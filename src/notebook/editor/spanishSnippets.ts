// The words of JavaScript and the pieces of code that begin with them, what is to be filled in marked.
// Those of @codemirror/lang-javascript are in English.
import { type Completion, snippetCompletion } from "@codemirror/autocomplete";

const snippet = (label: string, detail: string, template: string) =>
  snippetCompletion(template, { label, detail, type: "keyword" });

export const spanishSnippets: readonly Completion[] = [
  snippet("const", "un nombre y su valor", "const ${nombre} = ${valor};"),
  snippet("function", "una función", "function ${nombre}(${x}) {\n\t${}\n}"),
  snippet("for", "un bucle que cuenta", "for (let ${i} = 0; ${i} < ${fin}; ${i}++) {\n\t${}\n}"),
  snippet("for", "un bucle por una lista", "for (const ${elemento} of ${lista}) {\n\t${}\n}"),
  snippet("while", "un bucle mientras se cumpla algo", "while (${condicion}) {\n\t${}\n}"),
  snippet("do", "un bucle que mira al final", "do {\n\t${}\n} while (${condicion});"),
  snippet("if", "solo si se cumple algo", "if (${condicion}) {\n\t${}\n}"),
  snippet("if", "una cosa u otra", "if (${condicion}) {\n\t${}\n} else {\n\t${}\n}"),
  snippet(
    "try",
    "intentarlo y decir qué hacer si falla",
    "try {\n\t${}\n} catch (${error}) {\n\t${}\n}",
  ),
  snippet("class", "una clase", "class ${Nombre} {\n\tconstructor(${x}) {\n\t\t${}\n\t}\n}"),
  snippet("import", "nombres de un módulo", 'import {${nombres}} from "${modulo}";\n${}'),
  ...Object.entries({
    async: "una función que puede esperar",
    await: "espera el valor de una promesa",
    break: "sale del bucle",
    continue: "pasa a la vuelta siguiente del bucle",
    else: "si no se cumple lo anterior",
    false: "no",
    in: "si un objeto tiene una propiedad",
    instanceof: "si un objeto es de una clase",
    let: "un nombre cuyo valor puede cambiar",
    new: "crea un objeto de una clase",
    null: "ningún valor",
    return: "lo que devuelve una función",
    switch: "elige según un valor",
    this: "el objeto en cuyo método se está",
    throw: "falla con un error",
    true: "sí",
    typeof: "el tipo de un valor",
    undefined: "sin valor",
  }).map(([label, detail]): Completion => ({ label, detail, type: "keyword" })),
];
