// A plain static host for the built site: clean addresses or none, 404.html, an optional sub-path, compression, and
// nothing else. Used by `npm run preview` and by the tests in a browser.
import { existsSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import compression from "compression";
import sirv from "sirv";
import { isolation } from "./isolation.js";

export interface ServedSite {
  url: string;
  server: Server;
}

export interface ServeOptions {
  port?: number;
  base?: string;
  /** Whether to send the headers that let pages share memory between threads. */
  isolated?: boolean;
  /** Whether `/entrenar` is answered with `entrenar.html`, as by most hosts. */
  clean?: boolean;
}

/** A file whose name holds the digest of its content never changes. */
function cacheHashed(response: ServerResponse, pathname: string): void {
  if (/\.[0-9a-f]{8}\.\w+$/.test(pathname)) {
    response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
  }
}

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** Serves `folder` under `base` (starts and ends with a slash); port 0 takes any free one. */
export async function serveSite(
  folder: string,
  { port = 0, base = "/", isolated = true, clean = true }: ServeOptions = {},
): Promise<ServedSite> {
  if (!existsSync(join(folder, "index.html"))) {
    throw new Error(`${folder}/index.html expected, nothing found: run "npm run build" first`);
  }
  if (!/^\/(.*\/)?$/.test(base)) throw new Error(`base must start and end with a slash: ${base}`);
  const extensions = clean ? ["html"] : [];
  const compress = compression() as unknown as Middleware; // its types are Express's
  const files = sirv(folder, { extensions, dev: true, etag: true, setHeaders: cacheHashed });
  const server = createServer((request, response) => {
    const url = request.url ?? "/";
    if (isolated) {
      for (const [name, value] of Object.entries(isolation)) response.setHeader(name, value);
    }
    const notFound = () => {
      response.writeHead(404, { "Content-Type": "text/html; charset=utf-8" });
      response.end(readFileSync(join(folder, "404.html")));
    };
    if (!url.startsWith(base)) {
      notFound();
      return;
    }
    request.url = url.slice(base.length - 1);
    if (!clean) request.url = request.url.replace(/\/(?=$|[?#])/, "/index.html"); // sirv: else none at all
    compress(request, response, () => {
      files(request, response, notFound);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${address.port}${base}`, server };
}
