import { expect, test } from "vitest";
import { answering, inTurn, untilAnswered } from "../../../src/training/inside/questionTurns.js";

const frame = () => Promise.resolve();
/** All that can go on has. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

function deferred<T>() {
  let resolve!: (value: T) => void;
  const promise = new Promise<T>((fulfil) => {
    resolve = fulfil;
  });
  return { promise, resolve };
}

test("two questions are under way at a time, in the order in which they were asked", async () => {
  const [first, second] = [deferred<string>(), deferred<string>()];
  const begun: string[] = [];
  const ask = (name: string, answer: Promise<string>) =>
    inTurn(() => {
      begun.push(name);
      return answer;
    });
  const answers = [
    ask("first", first.promise),
    ask("second", second.promise),
    ask("third", Promise.resolve("c")),
  ];
  await settled();
  expect(begun).toEqual(["first", "second"]);
  second.resolve("b");
  await settled();
  expect(begun).toEqual(["first", "second", "third"]);
  first.resolve("a");
  expect(await Promise.all(answers)).toEqual(["a", "b", "c"]);
});

test("one that goes alone waits for those before it, and those behind wait for it", async () => {
  const [first, alone] = [deferred<string>(), deferred<string>()];
  const begun: string[] = [];
  const ask = (name: string, answer: Promise<string>, options = {}) =>
    inTurn(() => {
      begun.push(name);
      return answer;
    }, options);
  const answers = [
    ask("first", first.promise),
    ask("alone", alone.promise, { alone: true }),
    ask("behind", Promise.resolve("c")),
  ];
  await settled();
  expect(begun).toEqual(["first"]);
  first.resolve("a");
  await settled();
  expect(begun).toEqual(["first", "alone"]);
  alone.resolve("b");
  expect(await Promise.all(answers)).toEqual(["a", "b", "c"]);
  expect(begun).toEqual(["first", "alone", "behind"]);
});

test("a question whose cell runs again is dropped before its turn, and answered once it is under way", async () => {
  const busy = deferred<number>();
  const [own, other] = [deferred<undefined>(), deferred<undefined>()];
  const begun: number[] = [];
  const underWay = inTurn(() => busy.promise, { invalidation: own.promise, alone: true });
  const stale = inTurn(() => Promise.resolve(begun.push(1)), { invalidation: other.promise });
  const newer = inTurn(() => Promise.resolve(begun.push(2)));
  await settled();
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
