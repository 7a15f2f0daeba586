// @vitest-environment jsdom
import { expect, test } from "vitest";
import { tellingButton } from "../../../src/components/parts/buttons/tellingButton.js";
import { ReaderError } from "../../../src/lib/errors/readerError.js";

test("tells beside it why it has failed, until it is pressed again", async () => {
  const outcomes = [
    () => Promise.reject(new ReaderError("No hay sitio.")),
    () => Promise.resolve(),
  ];
  const button = tellingButton("Deshacer", () => outcomes.shift()!());
  document.body.replaceChildren(button);
  button.click();
  await expect.poll(() => document.body.textContent).toBe("Deshacer No hay sitio.");
  expect(document.querySelector("[role=alert]")?.textContent).toBe(" No hay sitio.");
  button.click();
  expect(document.body.textContent).toBe("Deshacer");
});
