// The reader's hands, as WebDriver and WebDriver BiDi both take them: https://www.w3.org/TR/webdriver2/#actions
import type { Place } from "./browserTab.js";

/** Presses the mouse's first button. */
export function clickActions({ x, y }: Place, times: number): object[] {
  const press = [
    { type: "pointerDown", button: 0 },
    { type: "pointerUp", button: 0 },
  ];
  return [
    {
      type: "pointer",
      id: "mouse",
      parameters: { pointerType: "mouse" },
      actions: [
        { type: "pointerMove", x: Math.round(x), y: Math.round(y), duration: 0 },
        ...Array.from({ length: times }, () => press).flat(),
      ],
    },
  ];
}

/** Presses a key for each character. */
export function typeActions(text: string): object[] {
  const actions = Array.from(text).flatMap((value) => [
    { type: "keyDown", value },
    { type: "keyUp", value },
  ]);
  return [{ type: "key", id: "keyboard", actions }];
}
