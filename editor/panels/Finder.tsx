import Search from "lucide-react/icons/search";
import { useCallback, useMemo } from "react";
import type { SocketType } from "../../engine/values.ts";
import { addNode } from "../addNode.ts";
import { type Asked, app } from "../app.ts";
import { fittingTypes } from "../canvas/fittingTypes.ts";
import { Glyph } from "../canvas/glyphs.tsx";
import { iconNamed } from "../icons.ts";
import { nodeOf } from "../nodeOf.ts";
import { typeOf } from "../typeOf.ts";
import { portName, spoken, words } from "../words.ts";
import { type Offer, SearchBox } from "./SearchBox.tsx";
import { type Found, search } from "./search.ts";

const size = { width: 288, height: 316 };

/** The search for a node at one place of the canvas; for a wire that was dropped there, only what can take it up. */
export function Finder({ asked }: { asked: Asked }) {
  const { at, from } = asked;
  const fits = useMemo(() => from && fittingTypes(app.document, app.catalogue, from), [from]);
  const offers = useCallback(
    (text: string) =>
      search(app.catalogue, text)
        .filter(({ type }) => !fits || fits.has(type))
        .map((found) => offerOf(found, fits?.get(found.type) ?? null, from && typeAt(from))),
    [fits, from],
  );
  const choose = (type: string) => {
    const [x, y] = app.stage?.toCanvas(...at) ?? at;
    const port = fits?.get(type);
    if (from && port !== undefined) addNode(type, [x, y], { from, port });
    else addNode(type, [x - 40, y - 14]);
  };
  return (
    <SearchBox
      className="finder"
      style={withinWindow(at)}
      label={from ? words.findNodeFor(portName(from.port)) : words.findNode}
      mark={
        from ? <Glyph type={typeAt(from)} size={14} /> : <Search size={14} strokeWidth={1.6} aria-hidden />
      }
      offers={offers}
      none={from ? words.noNodeFor(portName(from.port)) : words.nothingFound}
      choose={choose}
      close={() => app.close("finder")}
    />
  );
}

/** Beside the port that takes the wire up, or else the category, stands what the node gives. */
function offerOf({ type, definition }: Found, port: string | null, held: SocketType | null): Offer {
  const given = Object.values(definition.outputs)[0];
  const gives = given && given.same === port && held ? held : given?.types[0];
  return {
    key: type,
    icon: iconNamed(definition.icon),
    label: definition.title,
    aside:
      (port === null ? null : portName(port)) ??
      words.categories[definition.category] ??
      spoken(definition.category),
    end: gives ? <Glyph type={gives} /> : <span className="no-glyph" />,
  };
}

function typeAt({ node, side, port }: NonNullable<Asked["from"]>) {
  if (side === "out") return typeOf(app.document, node, port) ?? null;
  const type = nodeOf(app.document, node)?.type ?? "";
  return app.catalogue[type]?.inputs[port]?.types[0] ?? "number";
}

/** Under the pointer to its right; moved in where the window ends. */
function withinWindow([x, y]: Asked["at"]): { left: number; top: number } {
  return {
    left: Math.max(8, Math.min(x, innerWidth - size.width - 8)),
    top: Math.max(8, Math.min(y, innerHeight - size.height - 8)),
  };
}
