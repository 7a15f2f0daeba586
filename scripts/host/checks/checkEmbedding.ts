// What a host forbids to the pages as such: to stand in another site's frame, to use the camera, to share memory.
import { costs, fine, type Finding } from "../finding.js";
import { headerOf } from "../hostRequest.js";
import { parsePolicies } from "../policySources.js";
import type { Site } from "../readSite.js";

const forbidden = [
  {
    feature: "camera",
    cost: "A garment cannot be photographed with the camera; the page says so, and takes files.",
  },
  {
    feature: "cross-origin-isolated",
    cost: "Training has one thread, and takes several times as long.",
  },
  {
    feature: "screen-wake-lock",
    cost: "A phone's screen goes dark while it trains, and training slows.",
  },
  { feature: "clipboard-write", cost: "Links are not copied with one click." },
];

export function checkFraming({ page }: Site): Finding[] {
  const [ancestors] = parsePolicies(headerOf(page, "content-security-policy")).flatMap(
    (policy) => policy.get("frame-ancestors")?.join(" ") ?? [],
  );
  const options = headerOf(page, "x-frame-options");
  const said =
    ancestors === undefined
      ? options && `X-Frame-Options: ${options}`
      : `frame-ancestors ${ancestors}`;
  if (!said) return [fine("framing", "other sites may show the pages in a frame")];
  return [
    costs(
      "framing",
      `the host sends ${said}`,
      "Pages of other sites, a learning platform's say, may not be able to show the notebook in a frame.",
    ),
  ];
}

export function checkPermissions({ page }: Site): Finding[] {
  const sent = headerOf(page, "permissions-policy");
  return forbidden
    .filter(({ feature }) => new RegExp(`(?:^|,)\\s*${feature}=\\(\\s*\\)`).test(sent))
    .map(({ feature, cost }) =>
      costs("permissions", `the host's Permissions-Policy forbids ${feature}`, cost),
    );
}
