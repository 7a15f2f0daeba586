// Whether the data set comes as it was published, to the bit, and can be taken up where a connection broke.
import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { breaks, costs, fine, type Finding } from "../finding.js";
import { contentOf, headerOf } from "../hostRequest.js";
import type { Site } from "../readSite.js";

/** Small enough to be asked for on each check; packed like the others. */
const SAMPLES = ["test-labels", "test-sample"];
const SHARD = /\/train-images-0\.\w+\.bin$/;
const GZIP_MAGIC = 0x1f8b;

export async function checkData({ files, ask, lost }: Site): Promise<Finding[]> {
  const manifest = files.find((file) => /\/manifest\.\w+\.json$/.test(file) && !lost.has(file));
  if (manifest === undefined) return [];
  const expected = JSON.parse(contentOf(await ask(manifest)).toString()) as Record<
    string,
    { sha256: string }
  >;
  for (const name of SAMPLES) {
    const address = files.find((file) => file.includes(`/data/${name}.`) && !lost.has(file));
    if (address === undefined) continue;
    const sha256 = createHash("sha256")
      .update(unpacked(contentOf(await ask(address))))
      .digest("hex");
    if (sha256 === expected[name]?.sha256) continue;
    return [
      breaks(
        "data",
        `${address} is not what was published (SHA-256 ${sha256.slice(0, 8)}…)`,
        "The pages refuse data that is not the published. A transfer as text (FTP in ASCII mode) changes it: copy dist/ again, as binary.",
      ),
    ];
  }
  return [fine("data", "what was asked for of the data set is as published, to the bit")];
}

/** The host may have announced the file's gzip as its encoding, or not. */
function unpacked(content: Buffer): Buffer {
  try {
    return content.length > 2 && content.readUInt16BE(0) === GZIP_MAGIC
      ? gunzipSync(content)
      : content;
  } catch {
    return content; // not what was published
  }
}

export async function checkRanges({ files, ask, lost }: Site): Promise<Finding[]> {
  const shard = files.find((file) => SHARD.test(file) && !lost.has(file));
  if (shard === undefined) return [];
  const answer = await ask(shard, { headers: { Range: "bytes=1000-1999" } });
  const hasValidator = Boolean(headerOf(answer, "etag") || headerOf(answer, "last-modified"));
  if (answer.status === 206 && answer.body.length === 1000 && hasValidator) {
    return [fine("ranges", "a download that was cut goes on where it stopped")];
  }
  const found = answer.status === 206 ? "ranges without ETag or Last-Modified" : "no ranges";
  return [
    costs(
      "ranges",
      `the host serves ${found}`,
      "Where the connection breaks, a file of 4.4 MB begins anew.",
    ),
  ];
}
