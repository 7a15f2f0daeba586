// All that is to be known of a host from outside: what the published site lacks there, and what that costs its readers.
import {
  certificateFinding,
  checkAddresses,
  checkHttp2,
  checkHttps,
  checkMissing,
} from "./checks/checkAddresses.js";
import { checkData, checkRanges } from "./checks/checkData.js";
import { checkFraming, checkPermissions } from "./checks/checkEmbedding.js";
import { checkFiles, checkTypes } from "./checks/checkFiles.js";
import { checkIsolation } from "./checks/checkIsolation.js";
import { checkAdded, checkPolicy } from "./checks/checkPolicy.js";
import { checkCaching, checkCompression } from "./checks/checkTransfer.js";
import { breaks, type Finding } from "./finding.js";
import { headerOf, hostAsker } from "./hostRequest.js";
import { readSite, type Site } from "./readSite.js";

export interface HostReport {
  /** The site's address, as far as it is known. */
  root: string;
  /** What the host says of itself, or nothing. */
  server: string;
  findings: Finding[];
}

const checks: ((site: Site) => Finding[] | Promise<Finding[]>)[] = [
  checkFiles,
  checkTypes,
  checkData,
  checkAddresses,
  checkMissing,
  checkHttps,
  checkHttp2,
  checkCompression,
  checkCaching,
  checkRanges,
  checkIsolation,
  checkPolicy,
  checkAdded,
  checkPermissions,
  checkFraming,
];

const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME/;
const NO_SITE = "Nothing of the site reaches a reader.";

/** @param address of the site's first page */
export async function checkHost(address: string): Promise<HostReport> {
  const findings: Finding[] = [];
  try {
    const { site, refused } = await open(address);
    if (refused) findings.push(certificateFinding(refused));
    for (const check of checks) findings.push(...(await check(site)));
    return { root: site.root, server: headerOf(site.index, "server"), findings };
  } catch (error) {
    findings.push(breaks("site", (error as Error).message, NO_SITE));
    return { root: address, server: "", findings };
  }
}

/** The site, and why browsers would refuse the host's certificate, if they would. */
async function open(address: string): Promise<{ site: Site; refused?: Error }> {
  try {
    return { site: await readSite(address, hostAsker()) };
  } catch (error) {
    const refused = error as NodeJS.ErrnoException;
    if (!CERTIFICATE.test(refused.code ?? "")) throw error;
    return { site: await readSite(address, hostAsker({ anyCertificate: true })), refused };
  }
}
