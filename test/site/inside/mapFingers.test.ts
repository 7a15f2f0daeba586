// The map of the garments under fingers.
import { expect } from "vitest";
import { canvasIn, inSight, openMap } from "./mapPage.js";
import { test } from "../support/browser.js";

test("a finger that has tapped the map moves it, two magnify it, and the page stays", async ({
  open,
}) => {
  const { page, problems } = await openMap(open, "", { hasTouch: true });
  await expect.poll(() => inSight(page)).toBe(10_000);
  await canvasIn(page).scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await canvasIn(page).boundingBox())!;
  const [middle, centre] = [x + width / 2, y + height / 2];
  const client = await page.context().newCDPSession(page);
  const fingers = async (...places: [right: number, down: number][][]) => {
    for (const [step, at] of places.entries()) {
      const touchPoints = at.map(([right, down], id) => {
        return { x: middle + right, y: centre + down, id };
      });
      await client.send("Input.dispatchTouchEvent", {
        type: step === 0 ? "touchStart" : "touchMove",
        touchPoints,
      });
    }
    await client.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  };
  const scrolled = () => page.evaluate(() => scrollY);
  await page.touchscreen.tap(middle, centre);
  await expect.poll(() => canvasIn(page).evaluate((map) => map.matches(":focus"))).toBe(true);
  const before = await scrolled();
  const apart = (distance: number): [number, number][] => [
    [-distance, 0],
    [distance, 0],
  ];
  await fingers(apart(40), apart(50), apart(65), apart(80));
  await expect.poll(() => inSight(page)).toBeLessThan(10_000);
  const near = await inSight(page);
  await fingers([[0, 0]], [[30, 30]], [[60, 60]], [[90, 90]]);
  await expect.poll(() => inSight(page)).not.toBe(near);
  expect(await scrolled()).toBe(before);
  expect(problems).toEqual([]);
});
