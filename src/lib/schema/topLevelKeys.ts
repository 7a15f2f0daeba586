// The fields of a JSON text as they are written, before JSON.parse makes one of two of the same name.

/** The names of a JSON object's own fields, each as often as it is written: JSON.parse keeps the last one. */
export function topLevelKeys(json: string): string[] {
  const tokens = json.match(/"(?:[^"\\]|\\.)*"|[{}[\]:]/g) ?? [];
  const keys: string[] = [];
  let depth = 0;
  tokens.forEach((token, i) => {
    if (token === "{" || token === "[") depth++;
    else if (token === "}" || token === "]") depth--;
    else if (depth === 1 && token !== ":" && tokens[i + 1] === ":") keys.push(unquoted(token));
  });
  return keys;
}

function unquoted(token: string): string {
  try {
    return JSON.parse(token) as string;
  } catch {
    return token; // JSON.parse of the whole will say it
  }
}
