import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { type Card, parseCard } from "../../engine/card.ts";
import { createLibrary } from "../../engine/library.ts";
import { onnxBytes } from "./onnx/build.ts";

const bytes = onnxBytes({
  inputs: { z: ["n", 2] },
  outputs: { image: ["n", 3, 4, 4] },
  nodes: [{ op: "Mystery", in: ["z"], out: ["image"] }],
});

function cardOf(id: string, change: object = {}): Card {
  return parseCard({
    format: "ganglion/model",
    version: 1,
    id,
    kind: "generator",
    onnx: `${id}.onnx`,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    latent: { tensor: "z", size: 2 },
    layers: [{ name: "4x4", resolution: 4, latent: "z", output: "image", units: 3 }],
    image: { output: "image" },
    ...change,
  });
}

describe("the model library", () => {
  test("[R32] tells when the bytes of a file are asked for, and says nothing of models that were made here", async () => {
    const library = createLibrary();
    let told = 0;
    library.onLoad(() => told++);
    library.add(cardOf("a"), async () => bytes);
    const { card, graph, sha256 } = await library.get("a");
    await library.get("a");
    expect(told).toBe(1);
    library.place({ card: { ...card, id: "b" }, graph, sha256 });
    await library.get("b");
    expect(told).toBe(1);
  });

  test("knows cards at once and loads a file once, when it is needed", async () => {
    const library = createLibrary();
    let loads = 0;
    library.add(cardOf("a"), async () => {
      loads++;
      return bytes;
    });
    library.add(cardOf("b"), async () => bytes);
    expect(library.cards().map(({ id }) => id)).toEqual(["a", "b"]);
    expect(library.identity("a")).toBe(cardOf("a").sha256);
    expect(library.identity("c")).toBeNull();
    expect(loads).toBe(0);
    const [first, second] = await Promise.all([library.get("a"), library.get("a")]);
    expect(first).toBe(second);
    expect(first.card.id).toBe("a");
    expect(first.sha256).toBe(cardOf("a").sha256);
    expect(loads).toBe(1);
  });

  test("says which models there are where an id is unknown", async () => {
    const library = createLibrary();
    await expect(library.get("faces")).rejects.toThrow('there is no model "faces": none are loaded');
    library.add(cardOf("scenes"), async () => bytes);
    await expect(library.get("faces")).rejects.toThrow('there is no model "faces": known are scenes');
  });

  test("refuses a file that is not the one of the card", async () => {
    const library = createLibrary();
    library.add(cardOf("a", { sha256: "1".repeat(64) }), async () => bytes);
    await expect(library.get("a")).rejects.toThrow(
      /^a\.onnx: SHA-256 [0-9a-f]{12}… is not the card's 111111111111…$/,
    );
  });

  test("refuses a file that is no ONNX file, by its name", async () => {
    const library = createLibrary();
    library.add(cardOf("a"), async () => bytes.subarray(0, bytes.length / 2));
    await expect(library.get("a")).rejects.toThrow(/^a\.onnx: not an ONNX file, or truncated: /);
  });

  test("refuses a file that disagrees with its card", async () => {
    const library = createLibrary();
    library.add(cardOf("a", { latent: { tensor: "z", size: 512 } }), async () => bytes);
    await expect(library.get("a")).rejects.toThrow(
      "latent.tensor: z is [n, 2] in the file, the card says [any, 512]",
    );
  });

  test("tries again after a download that failed", async () => {
    const library = createLibrary();
    let online = false;
    library.add(cardOf("a"), async () => {
      if (!online) throw new Error("a.onnx: the network is down");
      return bytes;
    });
    await expect(library.get("a")).rejects.toThrow("the network is down");
    online = true;
    expect((await library.get("a")).card.id).toBe("a");
  });

  test("takes a new card and file under the same id", async () => {
    const library = createLibrary();
    library.add(cardOf("a"), async () => bytes);
    await library.get("a");
    library.add(cardOf("a", { title: "Second" }), async () => bytes);
    expect(library.cards().length).toBe(1);
    expect((await library.get("a")).card.title).toBe("Second");
  });
});
