import { expect, it } from "vitest";
import { oneAtATime } from "../../../editor/drawing/oneAtATime.ts";

/** A line whose drawings end when they are told to, and what came of them. */
function slowly() {
  const begun: { wish: number; end: (drawn: string) => void; fail: (error: unknown) => void }[] = [];
  const came: string[] = [];
  const wall = {
    take: (drawn: string) => came.push(drawn),
    fail: (error: unknown) => came.push(`failed: ${error}`),
    drop: (drawn: string) => came.push(`dropped: ${drawn}`),
  };
  const line = oneAtATime(
    (wish: number) => new Promise<string>((end, fail) => begun.push({ wish, end, fail })),
    () => wall,
  );
  const wishes = () => begun.map(({ wish }) => wish);
  return { line, begun, came, wishes };
}

const turn = () => new Promise((resolve) => setTimeout(resolve));

it("draws the first wish at once, and of those that come meanwhile the last alone", async () => {
  const { line, begun, came, wishes } = slowly();
  for (const wish of [1, 2, 3]) line.ask(wish);
  expect(wishes()).toEqual([1]);
  begun[0]?.end("one");
  await turn();
  expect(wishes()).toEqual([1, 3]);
  begun[1]?.end("three");
  await turn();
  expect(came).toEqual(["one", "three"]);
  line.ask(4);
  expect(wishes()).toEqual([1, 3, 4]);
});

it("goes on after a drawing that failed", async () => {
  const { line, begun, came, wishes } = slowly();
  line.ask(1);
  line.ask(2);
  begun[0]?.fail("torn");
  await turn();
  expect(came).toEqual(["failed: torn"]);
  expect(wishes()).toEqual([1, 2]);
});

it("shows nothing once it is closed, and begins nothing more", async () => {
  const { line, begun, came, wishes } = slowly();
  line.ask(1);
  line.ask(2);
  line.close();
  begun[0]?.end("one");
  await turn();
  expect(came).toEqual(["dropped: one"]);
  expect(wishes()).toEqual([1]);
});
