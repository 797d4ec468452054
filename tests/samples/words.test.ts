import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { samples } from "../../editor/words/chinese/samples.ts";

interface Written {
  readonly name: string;
  readonly about: string;
  readonly nodes: readonly { readonly label?: string }[];
  readonly frames?: readonly { readonly label?: string }[];
}

const folder = new URL("../../samples/graphs/", import.meta.url);

const texts = readdirSync(folder)
  .filter((file) => file.endsWith(".json"))
  .flatMap((file) => {
    const {
      name,
      about,
      nodes,
      frames = [],
    } = JSON.parse(readFileSync(new URL(file, folder), "utf8")) as Written;
    return [name, about, ...[...nodes, ...frames].flatMap(({ label }) => label ?? [])];
  });

/** What reads the same in every language: sizes of layers, psi, E-GAN. */
const asWritten = /^(\d+×\d+( [ab])?|psi [−\d.]+|E-GAN)$/;

it("has every name, sentence and label of the samples in 简体中文, and none too many", () => {
  const wanted = new Set(texts.filter((text) => !asWritten.test(text)));
  expect(Object.keys(samples).sort()).toEqual([...wanted].sort());
  for (const text of Object.values(samples)) expect(text).toMatch(/\p{Script=Han}/u);
});
