import type { Param } from "../../../engine/param.ts";
import { mostPictures, type Pictures } from "../../../engine/pictures.ts";
import { app } from "../../app.ts";
import { createKeyed } from "../../keyed.ts";
import { nodeOf } from "../../nodeOf.ts";
import { count } from "../../numbers.ts";
import { setParams } from "../../setParams.ts";
import { words } from "../../words.ts";
import { meant } from "../isShown.ts";
import { sheetWith, squareOf, squaresIn } from "./sheet.ts";

/** What happened to the files that were added last, by node; while they are read, how far that is. */
export const pictureNotes = createKeyed<string>();

/** Files that are shown by name where they were refused. */
const mostNames = 3;

interface Read {
  readonly squares: ImageBitmap[];
  readonly cropped: number;
  /** Names of files that are no pictures. */
  readonly refused: readonly string[];
}

/** Adds files to the pictures of a node, as one step of the history. What is no picture is refused by name. */
export async function addPictures(
  node: string,
  name: string,
  spec: Param,
  files: readonly File[],
): Promise<void> {
  try {
    const before = await squaresIn(keptBy(node, name, spec));
    const read = await readFiles(node, files.slice(0, mostPictures - before.length));
    const squares = [...before, ...read.squares];
    const sheet = read.squares.length > 0 ? await sheetWith(squares) : null;
    for (const square of squares) square.close();
    if (sheet) setParams(node, { [name]: sheet, ...meant(spec) });
    const tooMany = Math.max(0, before.length + files.length - mostPictures);
    const tooLarge = sheet ? squares.length - sheet.count : 0;
    pictureNotes.set(node, inWords(read, tooMany, tooLarge));
  } catch (error) {
    pictureNotes.delete(node);
    app.say(words.pictures.failed(error instanceof Error ? error.message : String(error)), "error");
  }
}

/** Takes one picture out, as one step of the history. */
export async function removePicture(node: string, name: string, spec: Param, index: number): Promise<void> {
  const squares = await squaresIn(keptBy(node, name, spec));
  const rest = squares.filter((_, at) => at !== index);
  const sheet = rest.length > 0 ? await sheetWith(rest) : spec.default;
  for (const square of squares) square.close();
  pictureNotes.delete(node);
  setParams(node, { [name]: sheet });
}

const keptBy = (node: string, name: string, spec: Param): Pictures =>
  (nodeOf(app.document, node)?.params[name] ?? spec.default) as Pictures;

/** One after the other: photographs are large until they are cut. */
async function readFiles(node: string, files: readonly File[]): Promise<Read> {
  const squares: ImageBitmap[] = [];
  const refused: string[] = [];
  let cropped = 0;
  for (const [done, file] of files.entries()) {
    pictureNotes.set(node, words.pictures.reading(count(done), count(files.length)));
    const picture = await createImageBitmap(file).catch(() => null);
    if (!picture) {
      refused.push(file.name);
      continue;
    }
    squares.push(await squareOf(picture));
    if (picture.width !== picture.height) cropped++;
    picture.close();
  }
  return { squares, cropped, refused };
}

function inWords({ squares, cropped, refused }: Read, tooMany: number, tooLarge: number): string {
  const said = words.pictures;
  const shown = refused.slice(0, mostNames).join(", ");
  const more = refused.length - mostNames;
  return [
    cropped > 0 && said.cropped(count(cropped), count(squares.length)),
    refused.length > 0 &&
      said.noPicture(more > 0 ? said.andMore(shown, count(more)) : shown, refused.length === 1),
    tooMany > 0 && said.tooMany(count(tooMany), count(mostPictures)),
    tooLarge > 0 && said.tooLarge(count(tooLarge)),
  ]
    .filter((sentence) => sentence !== false)
    .join(" ");
}
