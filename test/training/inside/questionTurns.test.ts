import { expect, test } from "vitest";
import { answering, inTurn, untilAnswered } from "../../../src/training/inside/questionTurns.js";

const frame = () => Promise.resolve();

function deferred<T>() {
  let resolve!: (value: T) => void;
  const promise = new Promise<T>((fulfil) => {
    resolve = fulfil;
  });
  return { promise, resolve };
}

test("one question is under way at a time, in the order in which they were asked", async () => {
  const first = deferred<string>();
  const begun: string[] = [];
  const ask = (name: string, answer: Promise<string>) =>
    inTurn(() => {
      begun.push(name);
      return answer;
    });
  const answers = [ask("first", first.promise), ask("second", Promise.resolve("b"))];
  await frame();
  expect(begun).toEqual(["first"]);
  first.resolve("a");
  expect(await Promise.all(answers)).toEqual(["a", "b"]);
  expect(begun).toEqual(["first", "second"]);
});

test("a question whose cell runs again is dropped before its turn, and answered once it is under way", async () => {
  const busy = deferred<number>();
  const [own, other] = [deferred<undefined>(), deferred<undefined>()];
  const begun: number[] = [];
  const underWay = inTurn(() => busy.promise, { invalidation: own.promise });
  const stale = inTurn(() => Promise.resolve(begun.push(1)), { invalidation: other.promise });
  const newer = inTurn(() => Promise.resolve(begun.push(2)));
  await frame();
  own.resolve(undefined);
  other.resolve(undefined);
  busy.resolve(7);
  expect(await underWay).toBe(7);
  await expect(stale).rejects.toMatchObject({ name: "AbortError" });
  await newer;
  expect(begun).toEqual([2]);
});

test("a question that fails holds up neither the next nor who waits for all answers", async () => {
  const failed = inTurn(() => Promise.reject(new Error("lost")));
  const next = inTurn(() => Promise.resolve("there"));
  await expect(failed).rejects.toThrow("lost");
  expect(await next).toBe("there");
  await untilAnswered(frame);
});

test("all is answered only when also what follows from an answer is", async () => {
  const download = deferred<number>();
  const said: string[] = [];
  void answering(download.promise).then(async (weights) => {
    await frame(); // as a cell that comes in the next frame
    await inTurn(() => Promise.resolve(weights));
    said.push("drawn");
  });
  const rest = untilAnswered(frame).then(() => said.push("at rest"));
  await frame();
  expect(said).toEqual([]);
  download.resolve(1);
  await rest;
  expect(said).toEqual(["drawn", "at rest"]);
});
