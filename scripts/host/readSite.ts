// The published site as a browser finds it, from its index on: the pages, their code, and all the files that those name.
import { type Answer, type Ask, contentOf, type Question, typeOf } from "./hostRequest.js";

export interface Site {
  /** Ends with a slash. */
  root: string;
  index: Answer;
  /** Text of the pages that came, by address; the index too. */
  pages: ReadonlyMap<string, string>;
  /** The page that trains, or another one. */
  page: Answer;
  /** The scripts that came, by address. */
  code: ReadonlyMap<string, Answer>;
  /** What else the pages name (styles, data, fonts, programs): addresses. */
  files: readonly string[];
  /** What did not come, with why: `404`, or an error. */
  lost: ReadonlyMap<string, string>;
  ask: Ask;
}

const TRAINING = /\/entrenar(?:\.html)?$/;
const AT_ONCE = 6;
/** Beside the file that names it, or in the folder of the code; not what was there before the code was put together. */
const CODE_NAME = /(?<=["'`](?:\.\/)?|_code\/)[\w@-]+\.[0-9A-Za-z]{8}\.js\b/g;
const FILE = /_(?:file|import|observablehq|node)\/[\w@./-]+\.(?!js\b|map\b)[a-z0-9]+(?![\w.-])/g;
/** What only a page of this site has. */
const OWN_MARK = /<meta name="page-code" content="([^"]*)"/;

/** Throws an Error that speaks to whoever publishes, when there is no index of this site at the address. */
export async function readSite(address: string, ask: Ask): Promise<Site> {
  const index = await ask(address);
  const root = new URL(".", index.url).href;
  const html = contentOf(index).toString();
  if (index.status !== 200) throw new Error(`${index.url} answers ${index.status}, 200 expected`);
  if (!OWN_MARK.test(html)) {
    throw new Error(`${index.url} is no page of this site: a <meta name="page-code"> expected`);
  }
  const reader = new Reader(ask, root);
  const pages = new Map([[index.url, html]]);
  const links = [...html.matchAll(/<a [^>]*href="(\.\/[\w-]+\.html)/g)].map(([, href]) => href!);
  const pageAnswers = await reader.readAll(links);
  for (const answer of pageAnswers) pages.set(answer.url, contentOf(answer).toString());
  const code = await reader.readCode([...pages.values()].join("\n"));
  const texts = [
    ...pages.values(),
    ...[...code.values()].map((each) => contentOf(each).toString()),
  ];
  const files = new Set(texts.flatMap((text) => text.match(FILE) ?? []).map((path) => root + path));
  await reader.seeAll([...files]);
  const page = pageAnswers.find(({ url }) => TRAINING.test(url)) ?? pageAnswers[0] ?? index;
  return { root, index, pages, page, code, files: [...files], lost: reader.lost, ask };
}

class Reader {
  readonly lost = new Map<string, string>();

  constructor(
    private readonly ask: Ask,
    private readonly root: string,
  ) {}

  /** The answers with content; the others are lost. */
  async readAll(paths: Iterable<string>): Promise<Answer[]> {
    const addresses = [...new Set(paths)].map((path) => new URL(path, this.root).href);
    const answers = await inTurn(addresses, (address) => this.try(address));
    return answers.filter((answer) => answer !== undefined);
  }

  /** Each file of code that these texts name, and those that it names. */
  async readCode(texts: string): Promise<Map<string, Answer>> {
    const read = new Map<string, Answer>();
    const known = new Set(namesIn(texts));
    let next = [...known];
    while (next.length > 0) {
      const answers = await this.readAll(next.map((name) => `_code/${name}`));
      for (const answer of answers) read.set(answer.url, answer);
      next = answers
        .flatMap((answer) => namesIn(contentOf(answer).toString()))
        .filter((name, index, all) => !known.has(name) && all.indexOf(name) === index);
      for (const name of next) known.add(name);
    }
    return read;
  }

  async seeAll(addresses: readonly string[]): Promise<void> {
    await inTurn(addresses, (address) => this.try(address, { method: "HEAD" }));
  }

  private async try(address: string, question?: Question): Promise<Answer | undefined> {
    try {
      let answer = await this.ask(address, question);
      if (answer.status === 405)
        answer = await this.ask(address, { headers: { Range: "bytes=0-0" } });
      // A host that answers everything with its index has not got the file.
      const isIndex = typeOf(answer) === "text/html" && !/\.html$/.test(address);
      if ((answer.status === 200 || answer.status === 206) && !isIndex) return answer;
      this.lost.set(address, isIndex ? `${answer.status}, but a page of HTML` : `${answer.status}`);
    } catch (error) {
      this.lost.set(address, (error as Error).message);
    }
    return undefined;
  }
}

function namesIn(text: string): string[] {
  return [...new Set(text.match(CODE_NAME) ?? [])];
}

async function inTurn<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const left = items.map((item, index) => ({ item, index }));
  const takeAll = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      results[next.index] = await work(next.item);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, takeAll));
  return results;
}
