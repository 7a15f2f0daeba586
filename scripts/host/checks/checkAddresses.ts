// Whether addresses lead where they should: the short ones, those that do not exist, and those that begin with http.
import { once } from "node:events";
import { isIP } from "node:net";
import { connect } from "node:tls";
import { breaks, costs, fine, type Finding } from "../finding.js";
import { type Answer, contentOf } from "../hostRequest.js";
import type { Site } from "../readSite.js";

const PATIENCE_MS = 5000;
const isLocal = (host: string) => /^(?:localhost|127\.|\[::1\])/.test(host);

export async function checkAddresses({ page, root, ask }: Site): Promise<Finding[]> {
  const short = page.url.replace(/\.html$/, "");
  if (short === page.url) return [fine("addresses", "pages have short ones")];
  const { status } = await ask(short);
  const path = `/${short.replace(root, "")}`;
  if (status === 200) return [fine("addresses", `${path} leads to ${path}.html`)];
  return [
    costs(
      "addresses",
      `${path} answers ${status}; only ${path}.html is there`,
      "Links of the site work. Who writes an address by heart, or has one without .html, gets nowhere: hand out those with .html.",
    ),
  ];
}

export async function checkMissing({ root, ask }: Site): Promise<Finding[]> {
  const answer = await ask(`${root}no-existe-esta-direccion`);
  const isOwn = /name="page-code"/.test(textOf(answer));
  if (answer.status === 404 && isOwn)
    return [fine("missing", "gives the site's own page, with 404")];
  if (answer.status === 404) {
    return [
      costs(
        "missing",
        "gives the host's page, not 404.html",
        "Who follows an old link is told so in the host's words, with no way back to the notebook.",
      ),
    ];
  }
  return [
    costs(
      "missing",
      `answers ${answer.status}, 404 expected`,
      "A file that is missing looks as if it were there: errors name the wrong cause, and search engines keep dead addresses.",
    ),
  ];
}

function textOf(answer: Answer): string {
  try {
    return contentOf(answer).toString();
  } catch {
    return "";
  }
}

const PLAIN =
  "Over http browsers give a page one thread only (training takes several times as long), no offline reading, no camera, no WebGPU, no copying with one click, and nobody knows that the page is the published one.";

export async function checkHttps({ root, ask }: Site): Promise<Finding[]> {
  const { protocol, host, hostname } = new URL(root);
  if (protocol === "http:") {
    return isLocal(hostname)
      ? [fine("https", "not needed on this very machine")]
      : [costs("https", "the address begins with http:", PLAIN)];
  }
  if (host !== hostname) return [fine("https", "on a port of its own")];
  const plain = root.replace(/^https:/, "http:");
  const answer = await ask(plain).catch(() => undefined);
  if (!answer || answer.url.startsWith("https:"))
    return [fine("https", "who comes by http gets there too, or nowhere")];
  if (answer.status !== 200) return [fine("https", `http: answers ${answer.status}`)];
  return [costs("https", "http: is answered as well, and does not lead to https:", PLAIN)];
}

export async function checkHttp2({ root }: Site): Promise<Finding[]> {
  const { protocol, hostname, port } = new URL(root);
  if (protocol !== "https:") return [];
  const offered = { ALPNProtocols: ["h2", "http/1.1"], rejectUnauthorized: false };
  const servername = isIP(hostname) === 0 ? { servername: hostname } : {};
  const socket = connect({ host: hostname, port: Number(port || 443), ...offered, ...servername });
  socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error("no answer")));
  const chosen = await once(socket, "secureConnect").then(
    () => socket.alpnProtocol,
    () => false,
  );
  socket.destroy();
  if (chosen === "h2") return [fine("http2", "spoken")];
  return [
    costs(
      "http2",
      "not spoken",
      "A page's 10 to 20 files come six at a time: on a slow line it is whole a little later.",
    ),
  ];
}

/** @param error of a certificate that no browser would accept */
export function certificateFinding(error: Error): Finding {
  return breaks(
    "https",
    `the certificate is refused: ${error.message}`,
    "Browsers warn of the site in full screen, and most readers turn back.",
  );
}
