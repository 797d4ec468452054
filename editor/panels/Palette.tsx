import Search from "lucide-react/icons/search";
import { useState } from "react";
import { addNode } from "../addNode.ts";
import { app } from "../app.ts";
import { Glyph } from "../canvas/glyphs.tsx";
import { groupBy } from "../groupBy.ts";
import { iconNamed } from "../icons.ts";
import { spoken, words } from "../words.ts";
import { type Found, search } from "./search.ts";

/** The drag data under which a node type travels to the canvas. */
export const nodeDrag = "application/x-ganglion-node";

/** Every node by category, and the search over them. */
export function Palette() {
  const [text, setText] = useState("");
  const found = search(app.catalogue, text);
  const byCategory = text.trim() === "" ? groupBy(found, ({ definition }) => definition.category) : null;
  const add = (type: string) => {
    addNode(type);
    if (app.surroundings.getState().open === "palette") app.surroundings.setState({ open: null });
  };
  return (
    <nav className="palette" aria-label={words.nodes}>
      <label className="search">
        <Search size={14} strokeWidth={1.6} aria-hidden />
        <input
          id="find-node"
          type="search"
          aria-label={words.findNode}
          placeholder={words.findNode}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={({ target }) => setText(target.value)}
          onKeyDown={(event) => {
            const [first] = found;
            if (event.key === "Enter" && first && text.trim() !== "") {
              event.currentTarget.blur();
              setText("");
              add(first.type);
            }
            if (event.key === "Escape") {
              setText("");
              event.currentTarget.blur();
            }
          }}
        />
        <kbd className="keys" aria-hidden>
          /
        </kbd>
      </label>
      <div className="palette-list">
        {byCategory
          ? [...byCategory].map(([category, nodes]) => (
              <section key={category} id={`category-${category}`}>
                <h2>{words.categories[category] ?? spoken(category)}</h2>
                <Rows nodes={nodes} add={add} />
              </section>
            ))
          : found.length > 0 && <Rows nodes={found} add={add} />}
        {found.length === 0 && <p className="palette-none">{words.nothingFound}</p>}
      </div>
    </nav>
  );
}

function Rows({ nodes, add }: { nodes: readonly Found[]; add: (type: string) => void }) {
  return (
    <ul>
      {nodes.map(({ type, definition }) => {
        const Icon = iconNamed(definition.icon);
        const gives = Object.values(definition.outputs)[0]?.types[0];
        return (
          <li key={type}>
            <button
              type="button"
              className="palette-row"
              title={definition.doc}
              aria-label={words.addNode(definition.title)}
              data-add={type}
              draggable
              onDragStart={({ dataTransfer }) => {
                dataTransfer.setData(nodeDrag, type);
                dataTransfer.effectAllowed = "copy";
              }}
              onClick={() => add(type)}
            >
              <Icon size={14} strokeWidth={1.4} aria-hidden />
              <span>{definition.title}</span>
              {gives && <Glyph type={gives} />}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
