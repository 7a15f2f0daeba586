// The content security policy of the built pages: the least with which all of the notebook works. It stands in each
// page, since not every host sends headers; docs/publishing.md says what a host may add.
import { createHash } from "node:crypto";

const INLINE_SCRIPT = /<script>([^]*?)<\/script>/g;
const CHARSET = '<meta charset="utf-8">\n';

/** @param scripts the text of each script that may stand in the page itself */
export function contentPolicy(scripts: readonly string[] = []): string {
  const directives = {
    "default-src": ["'none'"],
    // `blob:` for the cells that the reader changes (src/notebook/execution/importCell.ts)
    "script-src": ["'self'", "blob:", "'wasm-unsafe-eval'", ...scripts.map(hashOf)],
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "worker-src": ["'self'"],
    "manifest-src": ["'self'"],
    "base-uri": ["'self'"],
    "form-action": ["'self'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(" "))
    .join("; ");
}

/** The finished page with its policy, which holds for all that comes after it. Throws an Error for one without a charset. */
export function writePolicy(html: string): string {
  const policy = contentPolicy(inlineScripts(html));
  if (!html.includes(CHARSET)) throw new Error(`writePolicy: expected ${CHARSET}, not found`);
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">\n`;
  return html.replace(CHARSET, CHARSET + meta);
}

/** The text of the scripts that stand in the page itself. */
export function inlineScripts(html: string): string[] {
  return [...html.matchAll(INLINE_SCRIPT)].map(([, text]) => text!);
}

/** As a policy names a script. */
export function hashOf(script: string): string {
  return `'sha256-${createHash("sha256").update(script).digest("base64")}'`;
}
