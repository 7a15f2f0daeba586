// @vitest-environment jsdom
// What a page is told of its address: on arrival, and when the reader follows a link to something else in it.
import { expect, test } from "vitest";
import {
  followInsideAddress,
  type InsideAddress,
  insideLink,
  writeInsideAddress,
} from "../../../src/lib/browser/insideAddress.js";

/** As a link that is followed; resolves once the page has heard of it. */
function goTo(hash: string): Promise<unknown> {
  const heard = new Promise((resolve) => {
    addEventListener("hashchange", resolve, { once: true });
  });
  location.hash = hash;
  return heard;
}

test("it tells of the first address and of each link, and what the page writes follows the last", async () => {
  location.hash = "#imagen=3&epoca=2";
  const told: Readonly<InsideAddress>[] = [];
  const end = followInsideAddress((address) => told.push(address));
  expect(told).toEqual([{ image: 3, epoch: 2 }]);

  writeInsideAddress({ epoch: 4 });
  expect(location.hash).toBe("#imagen=3&epoca=4");
  expect(told).toEqual([{ image: 3, epoch: 4 }]); // told once, and as it stands

  await goTo("#imagen=8");
  expect(told).toHaveLength(2);
  expect(told[1]).toEqual({ image: 8 }); // the epoch of before is gone, as for who comes by the link
  writeInsideAddress({ unit: 1 });
  expect(location.hash).toBe("#mapa=1&imagen=8");

  await goTo("#los-filtros"); // a heading's
  await goTo("#imagen=10000");
  await goTo("#mapa=1&imagen=8"); // back to what is shown
  expect(told).toHaveLength(2);

  end();
  await goTo("#imagen=9");
  expect(told).toHaveLength(2);
});

test("a link into the network says what is to be seen there, and leaves out what is not said", () => {
  expect(insideLink({ image: 17, epoch: 3 })).toBe("./por-dentro.html#imagen=17&epoca=3");
  expect(insideLink({ image: 17, epoch: undefined })).toBe("./por-dentro.html#imagen=17");
});
