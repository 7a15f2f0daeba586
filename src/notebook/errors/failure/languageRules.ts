// What the browser says of JavaScript that fails while it runs: Chromium's words, and Firefox's for the
// commonest.
import type { Rule } from "../explanation.js";

const FORGOTTEN_AWAIT = "Si viene de algo que tarda (una descarga, un cálculo), le falta «await».";

/** What stands before « is not a function» and the like: a name, or what the browser calls a value. */
function subject(text: string): string {
  if (text.includes("(intermediate value)")) return "Lo que da esa expresión";
  const [, value] = /^(?:number|string|boolean|object|function) (.+)$/.exec(text) ?? [];
  return `«${value ?? text}»`;
}

export const languageRules: readonly Rule[] = [
  [
    /^(.+?) is not defined$|Can't find variable: (\S+)/,
    (name, other) => ({
      message: `«${name || other}» no está definido.`,
      hint: "Mira si está bien escrito o si falta la celda que lo declara.",
    }),
  ],
  [
    /Cannot access '(.+?)' before initialization|can't access lexical declaration '(.+?)' before/,
    (name, other) => ({
      message: `«${name || other}» se usa antes de la línea que lo declara.`,
      hint: "Sube la declaración, o baja el uso. Si está en su propia declaración, el valor nuevo necesita otro nombre.",
    }),
  ],
  [
    /^(?:Class constructor|Constructor) (\S+) (?:cannot be invoked without|requires) 'new'|^class constructors must be invoked with 'new'/,
    (name) => ({
      message: `A «${name || "esa clase"}» le falta «new».`,
      hint: `Un objeto de una clase se crea con new ${name || "Clase"}(…).`,
    }),
  ],
  [
    /^(.+?) is not a constructor/,
    (name) => ({
      message: `${subject(name)} no es una clase, y se usa con «new».`,
      hint: "Quita «new», o mira si el nombre está bien escrito.",
    }),
  ],
  [
    /^(\S+?)\.(\w+) is not a function/,
    (owner, name) => ({
      message: `«${owner}.${name}» no es una función y la celda la llama.`,
      hint: `Mira si «${name}» está bien escrito, con sus mayúsculas, y si «${owner}» es lo que crees. ${FORGOTTEN_AWAIT}`,
    }),
  ],
  [
    /^(.+?) is not a function/,
    (name) => ({
      message: `${subject(name)} no es una función y la celda la llama.`,
      hint: "Mira si el nombre está bien escrito, o si sobran unos paréntesis.",
    }),
  ],
  [
    /^(?:Cannot read properties of (?:undefined|null) \(reading '(.+?)'\)|can't access property "(.+?)")/,
    (name, other) => ({
      message: `Se pide «${name || other}» a algo que no existe.`,
      hint: `Un índice fuera de la lista o un nombre mal escrito da «undefined», y «undefined» no tiene nada dentro. ${FORGOTTEN_AWAIT}`,
    }),
  ],
  [
    /^Cannot set properties of (undefined|null) \(setting '(.+?)'\)/,
    (value, name) => ({
      message: `Se da valor a «${name}» de algo que no existe.`,
      hint: `Lo que está antes del punto o del corchete es «${value}».`,
    }),
  ],
  [
    /^Cannot destructure property '(.+?)' of '(.+?)' as it is (?:undefined|null)/,
    (name, owner) => ({
      message: `Se saca «${name}» de algo que no existe${/^(?:undefined|null|\(.*)$/.test(owner) ? "" : `: «${owner}»`}.`,
      hint: `Lo que está a la derecha de {${name}} es «undefined» o «null». ${FORGOTTEN_AWAIT}`,
    }),
  ],
  [
    /^Cannot convert undefined or null to object/,
    () => ({
      message: "Hace falta un objeto y hay «undefined» o «null».",
      hint: `Mira si un nombre o un índice no existe. ${FORGOTTEN_AWAIT}`,
    }),
  ],
  [
    /^(?:object )?(.+?) is not iterable|^Spread syntax requires/,
    (name) => ({
      message: `${name === "" ? "Lo que va detrás de «...»" : subject(name)} no es una lista y no se puede recorrer.`,
      hint: `Se recorren listas, textos, mapas y conjuntos; de un objeto, Object.entries(objeto). ${FORGOTTEN_AWAIT}`,
    }),
  ],
  [
    /^Assignment to constant variable|^invalid assignment to const/,
    () => ({
      message: "La celda cambia un nombre declarado con «const», que no puede cambiar.",
      hint: "Decláralo con «let», o da el valor nuevo a otro nombre. Lo importado tampoco se cambia.",
    }),
  ],
  [
    /^Cannot assign to read only property '(.+?)'|^Cannot add property (.+?), object is not extensible/,
    (name, added) => ({
      message: `No se puede cambiar «${name || added}»: el objeto o la lista no admite cambios.`,
      hint: "Haz una copia y cambia la copia: [...lista] o {...objeto}.",
    }),
  ],
  [
    /^Unexpected token '<'.*is not valid JSON/,
    () => ({
      message: "Se esperaba JSON y ha llegado una página HTML.",
      hint: "Mira si la dirección está bien escrita: la de un archivo que no existe suele dar una página.",
    }),
  ],
  [
    /is not valid JSON|in JSON at position|^Unexpected end of JSON input|^JSON\.parse:/,
    () => ({
      message: "Un texto no es JSON y no se puede leer.",
      hint: "En JSON los nombres y los textos llevan comillas dobles, y no hay comas de más ni comentarios.",
    }),
  ],
  [
    /^Invalid (?:typed )?array length(?:: (.+))?$/,
    (length) => ({
      message: `Una lista no puede tener ${length === "" ? "esa longitud" : `${length} elementos`}.`,
      hint: "La longitud es un entero desde cero, y no mayor de lo que cabe en la memoria.",
    }),
  ],
  [
    /^Array buffer allocation failed/,
    () => ({
      message: "No hay memoria para tanto.",
      hint: "Prueba con menos imágenes o con una red menor.",
    }),
  ],
  [
    /^Maximum call stack size exceeded|^too much recursion/,
    () => ({
      message: "Una función se llama a sí misma sin fin.",
      hint: "Le falta el caso en que deja de llamarse.",
    }),
  ],
  [
    /^Failed to execute '(\w+)' on '\w+': parameter (\d+) is not of type '(\w+)'/,
    (name, position, type) => ({
      message: `El argumento ${position} de «${name}» no es lo que espera: un ${type}.`,
      ...(type === "Node" && { hint: "Un elemento se crea con html`<p>…</p>`." }),
    }),
  ],
  [
    /^Failed to fetch|^NetworkError when attempting to fetch/,
    () => ({
      message: "No se ha podido descargar.",
      hint: "Mira la dirección y la conexión. De otros sitios no se descarga nada aquí: estas páginas solo hablan con el sitio que las publica.",
    }),
  ],
  [
    /'unsafe-eval'|blocked by CSP/,
    () => ({
      message: "Un texto no se convierte en código en esta página.",
      hint: "«eval» y «new Function» están cerrados aquí, por seguridad. Escribe el código en la celda misma.",
    }),
  ],
];
