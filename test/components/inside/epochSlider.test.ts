// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { epochSlider } from "../../../src/components/inside/epochSlider.js";

beforeEach(() => vi.stubGlobal("matchMedia", () => ({ matches: false }))); // jsdom has none
afterEach(() => vi.unstubAllGlobals());

const parts = (epochs: number[]) => {
  const slider = epochSlider({ epochs });
  return [slider.value, slider.querySelectorAll("input, button").length, slider.textContent.trim()];
};

test("stands at the last epoch, and lets no one choose where there is no other", () => {
  expect(parts([30])).toEqual([30, 0, "Época 30"]);
  const [value, controls] = parts([0, 1, 2]);
  expect(value).toBe(2);
  expect(controls).toBeGreaterThan(1);
});
