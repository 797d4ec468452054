import { describe, expect, it } from "vitest";
import { createCheckpoints, type Folder, openCheckpoints } from "../../engine/checkpoints.ts";

/** A folder in memory, whose clock goes on by one with every write. */
function folderOf() {
  const files = new Map<string, { bytes: Uint8Array; at: number }>();
  let clock = 0;
  const folder: Folder = {
    list: async () => [...files].map(([name, { bytes, at }]) => ({ name, bytes: bytes.length, at })),
    async read(name) {
      const file = files.get(name);
      if (!file) throw new DOMException("gone", "NotFoundError");
      return file.bytes;
    },
    async write(name, bytes) {
      files.set(name, { bytes, at: clock++ });
    },
    async remove(name) {
      if (!files.delete(name)) throw new DOMException("gone", "NotFoundError");
    },
  };
  return { files, folder };
}

const bytes = Uint8Array.of(1, 2, 3);

describe("checkpoints", () => {
  it("[R27] give back what was saved last under the key, else null", async () => {
    const checkpoints = createCheckpoints(folderOf().folder);
    const one = checkpoints.open("one");
    expect(await one.load()).toBeNull();
    await one.save(bytes);
    await one.save(Uint8Array.of(4, 5));
    expect(await one.load()).toEqual(Uint8Array.of(4, 5));
    expect(await checkpoints.open("two").load()).toBeNull();
    await checkpoints.forget("one");
    await checkpoints.forget("never there");
    expect(await one.load()).toBeNull();
  });

  it("[R27] save what is offered when a job is cancelled, once, and nothing that was saved or withdrawn since", async () => {
    const checkpoints = createCheckpoints(folderOf().folder);
    const [one, two, three] = ["one", "two", "three"].map((key) => checkpoints.open(key));
    for (const each of [one, two, three]) each?.offer(async () => bytes);
    await two?.save(Uint8Array.of(9));
    three?.offer(null);
    await checkpoints.settle();
    expect(await one?.load()).toEqual(bytes);
    expect(await two?.load()).toEqual(Uint8Array.of(9));
    expect(await three?.load()).toBeNull();
    await one?.save(Uint8Array.of(4));
    await checkpoints.settle();
    expect(await one?.load()).toEqual(Uint8Array.of(4));
  });

  it("[R27] fail nobody where what is offered can't be made", async () => {
    const checkpoints = createCheckpoints(folderOf().folder);
    checkpoints.open("one").offer(() => Promise.reject(new Error("gone")));
    await checkpoints.settle();
    expect(await checkpoints.open("one").load()).toBeNull();
  });

  it("[R27] take a torn file for none", async () => {
    const { files, folder } = folderOf();
    const one = createCheckpoints(folder).open("one");
    await one.save(bytes);
    const { bytes: whole, at } = files.get("one") ?? { bytes, at: 0 };
    for (const length of [0, 10, 32, whole.length - 1]) {
      files.set("one", { bytes: whole.slice(0, length), at });
      expect(await one.load(), `${length} bytes`).toBeNull();
    }
    files.set("one", { bytes: whole.map((byte, i) => (i === 33 ? byte ^ 1 : byte)), at });
    expect(await one.load()).toBeNull();
  });

  it("[R27] are the newest 16 files", async () => {
    const { files, folder } = folderOf();
    const checkpoints = createCheckpoints(folder);
    for (let i = 0; i < 18; i++) await checkpoints.open(`${i}`).save(bytes);
    expect([...files.keys()]).toEqual(Array.from({ length: 16 }, (_, i) => `${i + 2}`));
  });

  it("[R27] are 64 MB together, and never one of more", async () => {
    const { files, folder } = folderOf();
    const checkpoints = createCheckpoints(folder);
    await checkpoints.open("small").save(bytes);
    await checkpoints.open("half").save(new Uint8Array(33 * 2 ** 20));
    await checkpoints.open("other half").save(new Uint8Array(33 * 2 ** 20));
    expect([...files.keys()]).toEqual(["other half"]);
    await checkpoints.open("too large").save(new Uint8Array(65 * 2 ** 20));
    expect([...files.keys()]).toEqual(["other half"]);
  });

  it("[R27] are lost without a failure where the storage is full", async () => {
    const { folder } = folderOf();
    const full = {
      ...folder,
      write: () => Promise.reject(new DOMException("full", "QuotaExceededError")),
    };
    const one = createCheckpoints(full).open("one");
    await one.save(bytes);
    expect(await one.load()).toBeNull();
  });

  it("[R27] that are forgotten are not brought back by a save under way", async () => {
    const { files, folder } = folderOf();
    const checkpoints = createCheckpoints(folder);
    const saving = checkpoints.open("one").save(bytes);
    await checkpoints.forget("one");
    await saving;
    expect(files.size).toBe(0);
  });

  it("[R27] are not there on the command line", async () => {
    expect(await openCheckpoints()).toBeNull();
  });
});
