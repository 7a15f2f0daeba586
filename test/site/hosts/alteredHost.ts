// The built site on a host that does something otherwise: what it is asked, or what it answers, is changed on the way.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createSecureServer } from "node:http2";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ServedSite, serveSite, type ServeOptions } from "../../../scripts/site/serveSite.js";

export interface Alteration {
  /** Before the host reads the request. */
  asked?: (request: IncomingMessage) => void;
  /** Before the head is sent; headers are set, and changed, on the response. */
  answered?: (response: ServerResponse, path: string) => void;
  options?: ServeOptions;
}

/** As the others, a sound host: what it sends to be kept can be confirmed. */
export async function alteredHost({ asked, answered, options }: Alteration): Promise<ServedSite> {
  const host = await serveSite("dist", options);
  host.server.prependListener("request", (request: IncomingMessage, response: ServerResponse) => {
    const path = request.url!;
    asked?.(request);
    const writeHead: (status: number) => ServerResponse = response.writeHead.bind(response);
    response.writeHead = ((status: number, headers: Record<string, string> = {}) => {
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      response.statusCode = status;
      answered?.(response, path);
      return writeHead(response.statusCode);
    }) as ServerResponse["writeHead"];
  });
  return host;
}

/** The same host behind a certificate that it has given itself, with HTTP/2. */
export async function withOwnCertificate(host: ServedSite): Promise<ServedSite> {
  const folder = mkdtempSync(join(tmpdir(), "certificate-"));
  const [key, cert] = ["key.pem", "cert.pem"].map((name) => join(folder, name)) as [string, string];
  const made = ["req", "-x509", "-nodes", "-newkey", "rsa:2048", "-days", "2"];
  execFileSync("openssl", [...made, "-subj", "/CN=127.0.0.1", "-keyout", key, "-out", cert], {
    stdio: "ignore",
  });
  const files = { key: readFileSync(key), cert: readFileSync(cert), allowHTTP1: true };
  const server = createSecureServer(files, (request, response) => {
    host.server.emit("request", request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  host.server.once("close", () => server.close());
  return { ...host, url: host.url.replace(/^http:\/\/[^/]+/, `https://127.0.0.1:${port}`) };
}
