// Content security policies, read as browsers do: https://www.w3.org/TR/CSP3/
/** The sources of each directive, by its name in lower case. */
export type Policy = ReadonlyMap<string, readonly string[]>;

/** Where a directive is not given, the first of these that is. */
const fallbacks: Record<string, readonly string[]> = {
  "worker-src": ["child-src", "script-src", "default-src"],
};
const ANY_HASH = /^'(?:sha\d+|nonce)-/;

/** The policies of a header's value; all of them hold. */
export function parsePolicies(header: string): Policy[] {
  return header
    .split(",")
    .map((policy) => {
      const directives = new Map<string, string[]>();
      for (const directive of policy.split(";")) {
        const [name, ...sources] = directive.trim().split(/\s+/);
        if (name && !directives.has(name.toLowerCase()))
          directives.set(name.toLowerCase(), sources);
      }
      return directives;
    })
    .filter((policy) => policy.size > 0);
}

/** Undefined where everything is allowed. */
function sourcesOf(policy: Policy, directive: string): readonly string[] | undefined {
  const names = [directive, ...(fallbacks[directive] ?? ["default-src"])];
  return names.map((name) => policy.get(name)).find((sources) => sources !== undefined);
}

/** Whether one of the words stands there, or nothing is limited. */
export function includes(policy: Policy, directive: string, ...words: string[]): boolean {
  const sources = sourcesOf(policy, directive);
  return sources === undefined || words.some((word) => sources.includes(word));
}

/** Whether files of the page's own host may come. */
export function allowsOwn(policy: Policy, directive: string, url: string): boolean {
  const sources = sourcesOf(policy, directive);
  if (sources === undefined) return true;
  if (directive === "script-src" && sources.includes("'strict-dynamic'")) return false;
  const { protocol, host, origin } = new URL(url);
  return sources.some((source) => {
    if (["'self'", "*", protocol, host, origin].includes(source)) return true;
    const plain = source.replace(/^https?:\/\//, "");
    const parent = plain.split("/")[0]!;
    if (parent.startsWith("*.")) return host.endsWith(parent.slice(1));
    return plain === parent ? host === plain : url.startsWith(`${protocol}//${plain}`);
  });
}

/** Whether what stands in the page itself may run: by `'unsafe-inline'`, or each by its hash. */
export function allowsInline(policy: Policy, directive: string, hashes: string[]): boolean {
  const sources = sourcesOf(policy, directive);
  if (sources === undefined) return true;
  const isOpen =
    sources.includes("'unsafe-inline'") && !sources.some((each) => ANY_HASH.test(each));
  return isOpen || (hashes.length > 0 && hashes.every((hash) => sources.includes(hash)));
}
