import { describe, expect, it } from "vitest";
import { catalogue } from "../../nodes/index.ts";
import { chinese } from "../../nodes/words/chinese/index.ts";
import { names } from "../../nodes/words/chinese/names.ts";
import { inWords } from "../../nodes/words/inWords.ts";

/** Names that are signs of the papers, or those of formats and networks. */
const asWritten = new Set("z w a b c d psi gamma beta1 beta2 csv json mlp dcgan".split(" "));

const namesOf = (items: object | undefined) => Object.keys(items ?? {}).sort();

describe("the nodes in 简体中文", () => {
  it.each(Object.keys(catalogue))("%s has every text, and none too many", (type) => {
    const [said, meant] = [chinese[type], catalogue[type]];
    expect(said?.title).toMatch(/\p{Script=Han}|^AdaIN$/u);
    expect(said?.doc).toMatch(/\p{Script=Han}.*[。.]$/u);
    for (const part of ["inputs", "outputs", "params"] as const)
      expect(namesOf(said?.[part]), part).toEqual(namesOf(meant?.[part]));
  });

  it("are the nodes that there are", () => {
    expect(namesOf(chinese)).toEqual(namesOf(catalogue));
  });

  it("have a name for every port and its type, every param and option, and none too many", () => {
    const used = Object.values(catalogue).flatMap(({ inputs, outputs, params }) => [
      "any",
      ...Object.keys({ ...inputs, ...outputs, ...params }),
      ...Object.values({ ...inputs, ...outputs }).flatMap(({ types }) => types),
      ...Object.values(params).flatMap(({ options }) => options ?? []),
    ]);
    expect(namesOf(names)).toEqual([...new Set(used)].filter((name) => !asWritten.has(name)).sort());
  });

  it("have titles that tell them apart", () => {
    const titles = Object.values(chinese).map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it("differ in their texts alone", () => {
    const { mapping } = inWords(catalogue, chinese);
    expect(mapping).toMatchObject({ title: "映射", icon: catalogue.mapping?.icon });
    expect(mapping?.inputs.z).toEqual({ ...catalogue.mapping?.inputs.z, doc: "z [n, size]" });
  });
});
