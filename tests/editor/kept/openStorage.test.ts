import "fake-indexeddb/auto";
import { openDB } from "idb";
import { afterEach, describe, expect, it, vi } from "vitest";
import { openStorage } from "../../../editor/kept/openStorage.ts";
import type { Storage } from "../../../editor/kept/storage.ts";
import { graph } from "./graph.ts";

let names = 0;
const fresh = () => `storage${++names}`;
const open = () => openStorage(undefined, fresh());
afterEach(() => vi.useRealTimers());

describe("a database of version 1", () => {
  it("is brought up with every graph, draft and date in it", async () => {
    const name = fresh();
    const first = await openDB(name, 1, {
      upgrade(db) {
        db.createObjectStore("graphs", { keyPath: "id" });
        db.createObjectStore("drafts", { keyPath: "id" });
      },
    });
    const kept = (id: string, called: string, at: number) => ({
      id,
      name: called,
      nodes: 2,
      at,
      document: graph(called),
    });
    await first.put("graphs", kept("a", "Saved", 5));
    await first.put("graphs", kept("b", "Older", 3));
    await first.put("drafts", kept("b", "Newer", 7));
    first.close();
    const storage = await openStorage(undefined, name);
    const listed = (await storage.list()).map(({ id, name: called, at, nodes }) => [id, called, at, nodes]);
    expect(listed).toEqual([
      ["b", "Newer", 7, 2],
      ["a", "Saved", 5, 2],
    ]);
    expect((await storage.load("b"))?.name).toBe("Newer");
    expect((await storage.savedBehind("b"))?.name).toBe("Older");
    expect(await storage.load("a")).toEqual(graph("Saved"));
  });
});

describe("a newer database", () => {
  it("makes this page write what it has and let go, instead of blocking it", async () => {
    const name = fresh();
    let written = false;
    const storage = await openStorage(async (trouble) => {
      if (trouble !== "outdated") return;
      await storage.draft("late", graph("Late"));
      written = true;
    }, name);
    const next = await openDB(name, 3);
    expect(written).toBe(true);
    expect(await next.count("drafts")).toBe(1);
    await expect(storage.draft("a", graph("A"))).rejects.toThrow();
    next.close();
  });
});

describe.each([
  ["in the database", open],
  ["in memory", () => import("../../../editor/kept/inMemory.ts").then(({ inMemory }) => inMemory())],
])("graphs kept %s", (_, make) => {
  it("are listed newest first, without their documents", async () => {
    const storage: Storage = await make();
    vi.spyOn(Date, "now").mockReturnValueOnce(10).mockReturnValueOnce(20);
    await storage.draft("a", graph("A", 3));
    await storage.save("b", graph("B"));
    vi.restoreAllMocks();
    const listed = await storage.list();
    expect(listed.map(({ name }) => name)).toEqual(["B", "A"]);
    expect(listed[1]).toMatchObject({
      nodes: 3,
      shape: {
        nodes: [
          [0, 0],
          [500, 0],
          [1000, 0],
        ],
      },
    });
    expect(listed.some((entry) => "document" in entry)).toBe(false);
  });

  it("take another name, drafts too, without being opened", async () => {
    const storage = await make();
    await storage.save("a", graph("A"));
    await storage.draft("a", graph("A", 3));
    await storage.rename("a", "B");
    expect((await storage.list())[0]?.name).toBe("B");
    expect(await storage.load("a")).toEqual(graph("B", 3));
  });

  it("come back from the trash as they were, and are gone for good only once removed", async () => {
    const storage = await make();
    await storage.draft("a", graph("A"));
    await storage.keepPicture("a", new Blob(["picture"]));
    const revision = await storage.addRevision("a", graph("A", 1), "edit");
    await storage.trash("a", true);
    expect((await storage.list())[0]?.deleted).toBeGreaterThan(0);
    await storage.trash("a", false);
    expect((await storage.list())[0]).not.toHaveProperty("deleted");
    expect(await storage.load("a")).toEqual(graph("A"));
    await storage.remove("a");
    expect(await storage.list()).toEqual([]);
    expect(await storage.load("a")).toBeNull();
    expect(await storage.picture("a")).toBeNull();
    expect(await storage.revisions("a")).toEqual([]);
    expect(await storage.revision(revision)).toBeNull();
  });

  it("keep their earlier states, the newest first, up to forty", async () => {
    const storage = await make();
    for (let count = 0; count < 44; count++) {
      vi.spyOn(Date, "now").mockReturnValue(count);
      await storage.addRevision("a", graph("A", count), count === 0 ? "save" : "edit");
    }
    vi.restoreAllMocks();
    const revisions = await storage.revisions("a");
    expect(revisions).toHaveLength(40);
    expect(revisions[0]).toMatchObject({ nodes: 43, why: "edit" });
    expect(revisions.at(-1)).toMatchObject({ nodes: 0, why: "save" });
    expect(await storage.revision(revisions[1]?.id ?? "")).toEqual(graph("A", 42));
  });
});

describe("storage that is full", () => {
  it("gives up pictures first, then old revisions, then all of them, and never a graph", async () => {
    const storage = await open();
    await storage.save("a", graph("A"));
    await storage.draft("b", graph("B"));
    await storage.keepPicture("a", new Blob(["picture"]));
    for (let count = 0; count < 6; count++) await storage.addRevision("a", graph("A", count), "edit");
    expect(await storage.shed()).toBe("pictures");
    expect(await storage.picture("a")).toBeNull();
    expect(await storage.revisions("a")).toHaveLength(6);
    expect(await storage.shed()).toBe("revisions");
    expect(await storage.revisions("a")).toHaveLength(3);
    expect(await storage.shed()).toBe("revisions");
    expect(await storage.revisions("a")).toEqual([]);
    expect(await storage.shed()).toBeNull();
    expect(await storage.list()).toHaveLength(2);
    expect(await storage.load("a")).toEqual(graph("A"));
    expect(await storage.load("b")).toEqual(graph("B"));
  });
});

describe("a browser without a database", () => {
  it("gets a storage that lasts as long as the page", async () => {
    vi.spyOn(indexedDB, "open").mockImplementation(() => {
      throw new DOMException("refused", "SecurityError");
    });
    const storage = await open();
    vi.restoreAllMocks();
    expect(storage.lasting).toBe(false);
    await storage.draft("a", graph("A"));
    expect(await storage.load("a")).toEqual(graph("A"));
  });
});
