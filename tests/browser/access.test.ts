import axe from "axe-core";
import { beforeAll, describe, expect, it } from "vitest";
import { type Editor, visits } from "./openEditor.ts";

const { open } = visits();
let editor: Editor;

/** What axe finds serious or critical, as `rule: where`. */
async function troubles(): Promise<string[]> {
  await editor.page.evaluate(axe.source);
  const found = await editor.page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      resultTypes: ["violations"],
    });
    return violations.map(({ id, impact, nodes }) => ({
      id,
      impact,
      where: nodes.slice(0, 3).map(({ html }) => html.slice(0, 120)),
    }));
  });
  return found
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, where }) => `${id}: ${where.join("\n  ")}`);
}

const theme = () => editor.page.getByRole("button", { name: /^(Dark or light|深色或浅色)/ }).click();

/** In the theme that is there, then in the other. */
async function inBothThemes(): Promise<void> {
  expect(await troubles()).toEqual([]);
  await theme();
  expect(await troubles()).toEqual([]);
}

describe("axe finds nothing serious", () => {
  beforeAll(async () => {
    editor = await open({ colorScheme: "dark", reducedMotion: "reduce" });
    await editor.settled();
  });

  it("on the canvas with a sample and the inspector of a node", async () => {
    await editor.node("layer16a").locator(".node-name").click();
    await inBothThemes();
  });

  it("in the home of graphs", async () => {
    await editor.home();
    expect(await troubles()).toEqual([]);
    await editor.page.keyboard.press("Escape");
  });

  it("on the help sheet", async () => {
    await editor.page.keyboard.press("?");
    await editor.page.getByRole("dialog").waitFor();
    expect(await troubles()).toEqual([]);
    await editor.page.keyboard.press("Escape");
  });

  it("in Chinese", async () => {
    await editor.page.getByRole("button", { name: "Switch to 简体中文" }).click();
    await inBothThemes();
  });
});

it("nothing moves where less motion is wanted", async () => {
  const moving = await editor.page.evaluate(() =>
    [...document.querySelectorAll("*")].flatMap((element) =>
      [null, "::before", "::after"].flatMap((part) => {
        const { transitionDuration, animationDuration, animationName } = getComputedStyle(element, part);
        const lasts = (text: string) => text.split(",").some((each) => Number.parseFloat(each) > 0);
        const moves = lasts(transitionDuration) || (animationName !== "none" && lasts(animationDuration));
        return moves ? [`${element.tagName}.${element.className}${part ?? ""}`] : [];
      }),
    ),
  );
  expect(moving).toEqual([]);
});
