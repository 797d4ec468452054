/** Where nodes keep their state, by memo key: few files, each whole or not there at all (SPEC R27). */
import { openFolder } from "#platform";
import type { Checkpoint } from "./context.ts";
import { sha256 } from "./sha256.ts";

export interface Checkpoints {
  open(key: string): Checkpoint;
  /** Saves all that is offered. Never rejects. */
  settle(): Promise<void>;
  /** Never rejects. */
  forget(key: string): Promise<void>;
}

/** Some files by name. Every call may reject. */
export interface Folder {
  list(): Promise<readonly FileFacts[]>;
  read(name: string): Promise<Uint8Array>;
  write(name: string, bytes: Uint8Array): Promise<void>;
  remove(name: string): Promise<void>;
}

export interface FileFacts {
  readonly name: string;
  readonly bytes: number;
  /** When it was written, in milliseconds. */
  readonly at: number;
}

/** The most that is kept: the oldest go first. */
const most = { files: 16, bytes: 64 * 2 ** 20 };

/** Bytes before the content: its SHA-256. */
const header = 32;

/** The browser's own storage; null where there is none, and on the command line. */
export async function openCheckpoints(): Promise<Checkpoints | null> {
  const folder = await openFolder("checkpoints").catch(() => null);
  return folder && createCheckpoints(folder);
}

export function createCheckpoints(folder: Folder): Checkpoints {
  /** Calls go one after the other: a late save never brings back what was forgotten. */
  let last: Promise<unknown> = Promise.resolve();
  function inTurn<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
    const result = last.then(work).catch(() => otherwise);
    last = result;
    return result;
  }
  const offers = new Map<string, () => Promise<Uint8Array>>();
  return {
    open: (key) => ({
      load: () => inTurn(async () => contentOf(await folder.read(key)), null),
      save(bytes) {
        offers.delete(key);
        return inTurn(() => save(folder, key, bytes), undefined);
      },
      offer(state) {
        if (state) offers.set(key, state);
        else offers.delete(key);
      },
    }),
    async settle() {
      for (const [key, state] of [...offers]) {
        offers.delete(key);
        await inTurn(async () => save(folder, key, await state()), undefined);
      }
    },
    forget(key) {
      offers.delete(key);
      return inTurn(() => folder.remove(key), undefined);
    },
  };
}

async function save(folder: Folder, key: string, content: Uint8Array): Promise<void> {
  const file = new Uint8Array(header + content.length);
  if (file.length > most.bytes) return;
  file.set(digestOf(content));
  file.set(content, header);
  await folder.write(key, file);
  let [files, bytes] = [0, 0];
  const newestFirst = [...(await folder.list())].sort(
    (a, b) => Number(b.name === key) - Number(a.name === key) || b.at - a.at,
  );
  for (const each of newestFirst) {
    files++;
    bytes += each.bytes;
    if (files > most.files || bytes > most.bytes) await folder.remove(each.name);
  }
}

/** What was saved; null where the file is torn. */
function contentOf(file: Uint8Array): Uint8Array | null {
  const content = file.subarray(header);
  const digest = digestOf(content);
  return file.length >= header && digest.every((byte, i) => byte === file[i]) ? content : null;
}

function digestOf(content: Uint8Array): Uint8Array {
  return Uint8Array.from(sha256(content).match(/../g) ?? [], (hex) => Number.parseInt(hex, 16));
}
