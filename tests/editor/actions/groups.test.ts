import { expect, it } from "vitest";
import { actionGroups } from "../../../editor/actions/groups.ts";

it("places each command with keys in one part of the help sheet, what concerns the window alone in the last", () => {
  const groups = actionGroups().map(({ actions }) => actions.map(({ id }) => id));
  const all = groups.flat();
  expect(new Set(all).size).toBe(all.length);
  expect(groups.at(-1)).toEqual(["commands", "inspect", "nextGraph", "previousGraph", "closeGraph", "help"]);
});
