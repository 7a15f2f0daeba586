// Lines to add to a host's configuration, as docs/publishing.md has them: in the section of the host a block of code
// whose paragraphs begin with a comment that names their topics, `# isolation, caching: …`.
import type { Topic } from "./finding.js";

/** The hosts with a section of their own, by what they are called there; what tells them by name or header. */
export const hostKinds = {
  github: { title: "GitHub Pages", marks: /github\.io$|github\.com/i },
  gitlab: { title: "GitLab Pages", marks: /gitlab/i },
  netlify: { title: "Netlify", marks: /netlify/i },
  cloudflare: { title: "Cloudflare Pages", marks: /cloudflare|pages\.dev$/i },
  nginx: { title: "nginx", marks: /nginx/i },
  apache: { title: "Apache", marks: /apache|litespeed/i },
} as const;

export type HostKind = keyof typeof hostKinds;

/** What kind of host it is, by its name and by its header `Server`; undefined if neither says. */
export function guessKind(hostname: string, server: string): HostKind | undefined {
  const kinds = Object.keys(hostKinds) as HostKind[];
  const by = (text: string) => kinds.find((kind) => hostKinds[kind].marks.test(text));
  return by(hostname) ?? by(server);
}

/** The lines on a topic; undefined where the host leaves no choice. @param publishing the text of docs/publishing.md */
export function linesFor(publishing: string, kind: HostKind, topic: Topic): string | undefined {
  const section = publishing.split(/^### /m).find((each) => each.startsWith(hostKinds[kind].title));
  if (section === undefined)
    throw new Error(`publishing.md: a section ${hostKinds[kind].title} expected`);
  const block = /```\w+\n([^]*?)```/.exec(section)?.[1] ?? "";
  const paragraphs = block.split(/\n\s*\n/).map((each) => each.replace(/^\n|\s+$/g, ""));
  const found = paragraphs.filter((each) => topicsOf(each).includes(topic));
  return found.length > 0 ? found.join("\n") : undefined;
}

function topicsOf(paragraph: string): string[] {
  const named = /^\s*# ([a-z0-9, ]+):/.exec(paragraph)?.[1] ?? "";
  return named.split(/,\s*/);
}
