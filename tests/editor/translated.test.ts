import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseAst } from "rolldown/parseAst";
import { describe, expect, it } from "vitest";
import { translated } from "../../editor/words/chinese/translated.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** The texts that an expression may be, with `{}` for what is filled in; none for what is made elsewhere. */
function textsOf(node: Node): string[] {
  if (node.type === "Literal") return typeof node.value === "string" ? [node.value] : [];
  if (node.type === "TemplateLiteral") {
    const parts = node.quasis as readonly { readonly value: { readonly cooked: string } }[];
    return [parts.map(({ value }) => value.cooked).join("{}")];
  }
  if (node.type !== "ConditionalExpression") return [];
  return [...textsOf(node.consequent as Node), ...textsOf(node.alternate as Node)];
}

/** Every reason and cure that a Fault is made with, by the file that makes it. */
function* faultsIn(node: unknown): Generator<string> {
  if (typeof node !== "object" || node === null) return;
  const { type, callee, arguments: given } = node as Node & { callee?: Node; arguments?: readonly Node[] };
  if (type === "NewExpression" && callee?.name === "Fault" && given) {
    const [reason, where] = given;
    if (reason) yield* textsOf(reason);
    for (const property of (where?.properties ?? []) as readonly Node[])
      if ((property.key as Node)?.name === "cure") yield* textsOf(property.value as Node);
  }
  for (const child of Object.values(node)) yield* faultsIn(child);
}

const said = ["engine", "nodes"].flatMap((folder) =>
  readdirSync(`${root}${folder}`, { recursive: true, encoding: "utf8" })
    .filter((file) => /(?<!_pb)\.ts$/.test(file) && !file.startsWith("cli"))
    .flatMap((file) => {
      const code = readFileSync(`${root}${folder}/${file}`, "utf8");
      return [...faultsIn(parseAst(code, { lang: "ts" }))].map(
        (text) => [`${folder}/${file}`, text] as const,
      );
    }),
);

/** With something in each place; endings of words stand in some. */
const filled = (text: string): string =>
  text.replace("unit{}", "units").replace("also {}", "also needs").replaceAll("{}", "7");

describe("what the engine says, in Chinese", () => {
  it("is there for every reason and every cure", () => {
    expect(said.length).toBeGreaterThan(250);
    const missing = said.filter(([, text]) => !/\p{Script=Han}/u.test(translated(filled(text))));
    expect(missing).toEqual([]);
  });

  it.each([
    ["features and segmentation differ in samples: 16 and 8", "特征图与分割的样本数不同：16 与 8"],
    ["Use one latent for both.", "请使用同一个潜码。"],
    ['expected an integer from 1 to 10000, got "many"', '应为 1 至 10000 的整数，实为 "many"'],
    ["A style can't enter features. It fits w.", "风格不能接入特征图，可以接入 w。"],
    ["there is no unit 140: the layer has 96 units", "没有单元 140：该层有 96 个"],
    ["a.features: expected [4, 3], got [2, 3]", "a.features：应为 [4, 3]，实为 [2, 3]"],
  ])("of %s is %s", (english, chinese) => {
    expect(translated(english)).toBe(chinese);
  });

  it("stays as it is where nothing is known", () => {
    expect(translated("QuotaExceededError")).toBe("QuotaExceededError");
  });
});
