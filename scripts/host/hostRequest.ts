// Questions to a host, as it answers them on the wire: nothing decoded, and each redirect seen.
import { Agent as HttpAgent, type IncomingHttpHeaders, request as askHttp } from "node:http";
import { Agent as HttpsAgent, request as askHttps } from "node:https";
import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";

export interface Answer {
  /** Where it came from, after redirects. */
  url: string;
  status: number;
  headers: IncomingHttpHeaders;
  /** As it was sent: encoded, if `content-encoding` says so. */
  body: Buffer;
}

export interface Question {
  method?: "GET" | "HEAD";
  headers?: Record<string, string>;
  /** Whether to go where a redirect leads; else it is the answer. */
  follow?: boolean;
}

/** Rejects with the Error of Node when no answer comes. */
export type Ask = (url: string, question?: Question) => Promise<Answer>;

const PATIENCE_MS = 20_000;
const MOST_REDIRECTS = 5;
/** As many connections as a browser opens. */
const MOST_SOCKETS = 6;
const identity = {
  "User-Agent": "Mozilla/5.0 (compatible; check:host)",
  Accept: "*/*",
  "Accept-Encoding": "identity",
};

/** @param anyCertificate whether to accept what no browser would */
export function hostAsker({ anyCertificate = false } = {}): Ask {
  const http = new HttpAgent({ keepAlive: true, maxSockets: MOST_SOCKETS });
  const https = new HttpsAgent({
    keepAlive: true,
    maxSockets: MOST_SOCKETS,
    rejectUnauthorized: !anyCertificate,
  });
  const once = (url: string, { method = "GET", headers = {} }: Question) =>
    new Promise<Answer>((resolve, reject) => {
      const isHttps = url.startsWith("https:");
      const options = {
        method,
        headers: { ...identity, ...headers },
        agent: isHttps ? https : http,
      };
      const request = (isHttps ? askHttps : askHttp)(url, options, (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.on("error", reject);
        response.on("end", () => {
          const { statusCode: status = 0, headers } = response;
          resolve({ url, status, headers, body: Buffer.concat(parts) });
        });
      });
      request.setTimeout(PATIENCE_MS, () => {
        request.destroy(new Error(`no answer within ${PATIENCE_MS / 1000} s`));
      });
      request.on("error", reject);
      request.end();
    });
  return async (url, question = {}) => {
    let answer = await once(url, question);
    for (let n = 0; question.follow !== false && n < MOST_REDIRECTS; n++) {
      const { location } = answer.headers;
      if (answer.status < 300 || answer.status >= 400 || location === undefined) break;
      answer = await once(new URL(location, answer.url).href, question);
    }
    return answer;
  };
}

/** What was sent, decoded. Throws an Error for an encoding that no browser knows, or a body that is not of it. */
export function contentOf({ headers, body }: Answer): Buffer {
  const encoding = headers["content-encoding"] ?? "identity";
  if (encoding === "identity" || body.length === 0) return body;
  if (encoding === "gzip") return gunzipSync(body);
  if (encoding === "br") return brotliDecompressSync(body);
  if (encoding === "deflate") return inflateSync(body);
  throw new Error(`content-encoding ${encoding}: gzip, br or deflate expected`);
}

/** A header by its name in lower case, as one text; empty where it was not sent. */
export function headerOf({ headers }: Answer, name: string): string {
  const value = headers[name];
  return Array.isArray(value) ? value.join(", ") : (value ?? "");
}

/** `text/html`, without its parameters. */
export function typeOf(answer: Answer): string {
  return headerOf(answer, "content-type").split(";")[0]!.trim().toLowerCase();
}
