// The headers that isolate a page from other origins, for hosts that do not send them: only then may threads share
// memory. The idea is that of coi-serviceworker (https://github.com/gzuidhof/coi-serviceworker).

const WITHOUT_BODY = [101, 204, 205, 304];

/** The response with the headers; one that a script may not read comes back as it is. */
export function isolated(response: Response): Response {
  if (response.status === 0 || response.type === "opaqueredirect") return response;
  const headers = new Headers(response.headers);
  headers.set("Cross-Origin-Opener-Policy", "same-origin");
  headers.set("Cross-Origin-Embedder-Policy", "require-corp");
  const { status, statusText } = response;
  const body = WITHOUT_BODY.includes(status) ? null : response.body;
  return new Response(body, { status, statusText, headers });
}
