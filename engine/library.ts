/** The models a graph may name: cards at once, files when they are first needed. */
import type { Card } from "./card.ts";
import { checkCard } from "./checkCard.ts";
import { Fault } from "./fault.ts";
import type { Model, ModelLibrary } from "./models.ts";
import { parseModel, serializeModel } from "./onnx/model.ts";

interface Entry {
  readonly card: Card;
  readonly load: () => Promise<Uint8Array>;
  loaded: Promise<Model> | null;
}

/** An empty library. A file that failed to load is tried again the next time somebody asks for it. */
export function createLibrary(): ModelLibrary {
  const entries = new Map<string, Entry>();
  const listeners: (() => void)[] = [];
  return {
    cards: () => [...entries.values()].map((entry) => entry.card),
    identity: (id) => entries.get(id)?.card.sha256 ?? null,
    add(card, load) {
      const told = () => {
        for (const listener of listeners) listener();
        return load();
      };
      entries.set(card.id, { card, load: told, loaded: null });
    },
    onLoad(listener) {
      listeners.push(listener);
    },
    place(model) {
      entries.set(model.card.id, {
        card: model.card,
        load: () => Promise.resolve(serializeModel(model.graph)),
        loaded: Promise.resolve(model),
      });
    },
    get(id) {
      const entry = entries.get(id);
      if (!entry) return Promise.reject(unknownModel(id, [...entries.keys()]));
      entry.loaded ??= loadModel(entry).catch((error: unknown) => {
        entry.loaded = null;
        throw error;
      });
      return entry.loaded;
    },
  };
}

function unknownModel(id: string, ids: readonly string[]): Fault {
  const known = ids.length === 0 ? "none are loaded" : `known are ${ids.join(", ")}`;
  return new Fault(`there is no model "${id}": ${known}`, { cure: "Choose another model, or add its card." });
}

async function loadModel({ card, load }: Entry): Promise<Model> {
  const bytes = await load();
  const sha256 = (await digest(bytes)) ?? card.sha256;
  const graph = parseModel(bytes, card.onnx);
  if (sha256 !== card.sha256)
    throw new Fault(
      `${card.onnx}: SHA-256 ${sha256.slice(0, 12)}… is not the card's ${card.sha256.slice(0, 12)}…`,
      {
        cure: "The file is not the one that the card describes: fetch it again, or correct the card.",
      },
    );
  checkCard(card, graph);
  return { card, graph, sha256 };
}

/** Null on a page that is not served securely: browsers hash only on https and localhost. */
async function digest(bytes: Uint8Array): Promise<string | null> {
  if (!globalThis.crypto?.subtle) return null;
  const hash = await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
