// The real data set's packed files, or some of them, behind a server that keeps what it is asked for, and
// answers otherwise where a test says so.
import { createHash } from "node:crypto";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { compress, packedFiles } from "../../../data-loaders/packedFiles.js";
import { readDataset } from "../../../data-loaders/readDataset.js";
import type { DatasetFiles } from "../../../src/lib/dataset/packedFiles.js";

export type Answer = (response: ServerResponse, packed: Buffer, request: number) => void;
const sound: Answer = (response, packed) => response.end(packed);

export interface DatasetServer {
  files: DatasetFiles;
  packed: Map<string, Buffer>;
  /** The names asked for. */
  requests: string[];
  answers: Record<string, Answer>;
  close: () => void;
}

export const dataset = await readDataset();

/** Serves the packed files of these names; who asks for it closes it. */
export async function serveDataset(names: readonly string[]): Promise<DatasetServer> {
  const packed = new Map<string, Buffer>();
  const http = createServer((request, response) => {
    const name = request.url!.slice(1);
    server.requests.push(name);
    const count = server.requests.filter((other) => other === name).length;
    (server.answers[name] ?? sound)(response, packed.get(name)!, count);
  });
  const files: DatasetFiles = { urls: {}, manifest: {} };
  const close = () => http.close();
  const server: DatasetServer = { files, packed, requests: [], answers: {}, close };
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  for (const name of names) {
    const content = packedFiles[name]!(dataset);
    const bytes = Buffer.from(compress(content));
    packed.set(name, bytes);
    files.urls[name] = `${address}/${name}`;
    files.manifest[name] = {
      bytes: content.length,
      packedBytes: bytes.length,
      sha256: createHash("sha256").update(content).digest("hex"),
    };
  }
  return server;
}
