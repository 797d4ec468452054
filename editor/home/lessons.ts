/** The course in graphs, as the site lists it. */
import type { Catalogue } from "../../engine/node.ts";
import { type Shape, shapeOf } from "../kept/shapeOf.ts";

export type Subject = "generator" | "dissection" | "evolution";

export interface Lesson {
  readonly file: string;
  readonly number: string;
  readonly name: string;
  readonly about: string;
  /** Address of the picture; null where there is none. */
  readonly cover: string | null;
  readonly shape: Shape;
  readonly subject: Subject;
}

interface Listed extends Pick<Lesson, "file" | "name" | "about" | "cover"> {
  readonly nodes: Parameters<typeof shapeOf>[0]["nodes"];
  readonly wires: Parameters<typeof shapeOf>[0]["wires"];
}

let asked: Promise<readonly Lesson[]> | null = null;

/** Rejects where the site does not answer; asks again the next time. */
export function lessons(catalogue: Catalogue): Promise<readonly Lesson[]> {
  asked ??= fetch("/samples/course.json")
    .then((response) => response.json())
    .then((listed: readonly Listed[]) => listed.map((each) => lessonOf(each, catalogue)));
  asked.catch(() => {
    asked = null;
  });
  return asked;
}

function lessonOf({ file, name, about, cover, nodes, wires }: Listed, catalogue: Catalogue): Lesson {
  const categories = new Set(nodes.map(({ type }) => catalogue[type]?.category));
  const subject = (["evolution", "dissection"] as const).find((each) => categories.has(each)) ?? "generator";
  return {
    file,
    number: /^\d+/.exec(file)?.[0] ?? "",
    name,
    about,
    cover: cover === null ? null : `/samples/covers/${cover}`,
    shape: shapeOf({ nodes, wires }),
    subject,
  };
}
