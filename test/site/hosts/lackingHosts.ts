// Hosts that lack one thing each, and what check:host says of it.
import type { Alteration } from "./alteredHost.js";

export const header = (name: string, value: string, where = /./): Alteration => ({
  answered: (response, path) => {
    if (where.test(path)) response.setHeader(name, value);
  },
});
export const script = /\/_code\//;
export const type = (where: RegExp, value: string) => header("Content-Type", value, where);

export const lackingHosts: [lacks: string, Alteration, finding: RegExp][] = [
  [
    "short addresses",
    { options: { clean: false } },
    /^costs addresses: \/entrenar answers 404; only \/entrenar\.html is there$/,
  ],
  ["isolation", { options: { isolated: false } }, /^costs isolation: none of the two headers/],
  [
    "one header of two",
    {
      answered: (response) => {
        response.removeHeader("Cross-Origin-Opener-Policy");
      },
    },
    /^costs isolation: cross-origin-embedder-policy of the two/,
  ],
  [
    "the header of workers",
    {
      answered: (response, path) => {
        if (script.test(path)) response.removeHeader("Cross-Origin-Embedder-Policy");
      },
    },
    /^breaks isolation: pages come with cross-origin-embedder-policy, _code\/.*without/,
  ],
  ["the type of scripts", type(script, "text/plain"), /^breaks types: \.js comes as "text\/plain"/],
  ["the type of styles", type(/\.css$/, "text/plain"), /^breaks types: \.css comes as/],
  [
    "the type of programs",
    type(/\.wasm$/, "application/octet-stream"),
    /^costs types: \.wasm comes/,
  ],
  [
    "the letters of Spanish",
    type(/\.html$|\/$/, "text/html; charset=iso-8859-1"),
    /^breaks types: pages come as "text\/html; charset=iso-8859-1"/,
  ],
  [
    "a file of data",
    {
      asked: (request) => {
        if (request.url!.includes("train-images-3")) request.url = "/aula/nada";
      },
    },
    /^breaks files: 1 are missing: _file\/data\/train-images-3\.\w+\.bin \(404/,
  ],
  [
    "all files of an ending",
    {
      asked: (request) => {
        if (/\.(?:bin|safetensors)$/.test(request.url!)) request.url = "/aula/nada";
      },
    },
    /^breaks files: \d\d are missing/,
  ],
  [
    "what was published",
    {
      asked: (request) => {
        request.url = request.url!.replace(/test-labels\.\w+\.bin/, "../../index.html");
      },
      answered: (response, path) => {
        if (path.endsWith(".bin")) response.setHeader("Content-Type", "application/octet-stream");
      },
    },
    /^breaks data: .*test-labels.* is not what was published/,
  ],
  [
    "a 404",
    {
      answered: (response) => {
        if (response.statusCode === 404) response.statusCode = 200;
      },
    },
    /^costs missing: answers 200, 404 expected/,
  ],
  [
    "compression",
    { asked: (request) => delete request.headers["accept-encoding"] },
    /^costs compression: \d+ of \d+ files of a page come as they are/,
  ],
  [
    "ranges",
    { asked: (request) => delete request.headers.range },
    /^costs ranges: the host serves no ranges/,
  ],
  [
    "news of pages",
    header("Cache-Control", "max-age=86400", /\.html$|\/$/),
    /^costs caching: pages are kept for 24 h/,
  ],
  [
    "a cache for code",
    header("Cache-Control", "no-cache", script),
    /^costs caching: code, whose names change with what it says, comes with "no-cache"/,
  ],
  [
    "frames",
    header("X-Frame-Options", "SAMEORIGIN"),
    /^costs framing: the host sends X-Frame-Options: SAMEORIGIN/,
  ],
  [
    "the camera",
    header("Permissions-Policy", "geolocation=(), camera=()"),
    /^costs permissions: .* forbids camera/,
  ],
];
