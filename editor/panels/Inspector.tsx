import { useStore } from "zustand";
import type { GraphNode } from "../../engine/document.ts";
import { passing } from "../../engine/passage.ts";
import { app } from "../app.ts";
import { Glyph } from "../canvas/glyphs.tsx";
import { Field } from "../controls/Field.tsx";
import { FieldLabel } from "../controls/FieldLabel.tsx";
import { isShown } from "../controls/isShown.ts";
import { isBlock, isOnPicture } from "../controls/pictureParam.ts";
import { iconNamed } from "../icons.ts";
import { useKeyed } from "../keyed.ts";
import { nodeOf } from "../nodeOf.ts";
import { bytes, count, shape, time } from "../numbers.ts";
import { useWires } from "../useParts.ts";
import { wiresOf } from "../wiresOf.ts";
import { portName, words } from "../words.ts";
import { Docs } from "./Docs.tsx";
import { Exports, formatsOf } from "./Exports.tsx";
import { Look } from "./Look.tsx";
import { NodeActions } from "./NodeActions.tsx";
import { nameOf } from "./nameOf.ts";
import { SelectionDetails } from "./SelectionDetails.tsx";

/** 264 px: everything about what is selected, or about the graph. */
export function Inspector() {
  const selected = useStore(app.selection, ({ nodes }) => (nodes.size === 1 ? [...nodes][0] : undefined));
  const several = useStore(app.selection, ({ nodes }) => nodes.size);
  const node = useStore(app.store, ({ document }) =>
    selected === undefined ? undefined : nodeOf(document, selected),
  );
  return (
    <aside className="inspector" aria-label={words.inspector}>
      {node ? (
        <NodeDetails node={node} key={node.id} />
      ) : several > 1 ? (
        <SelectionDetails count={several} />
      ) : (
        <GraphDetails />
      )}
    </aside>
  );
}

function GraphDetails() {
  const { name, about, nodes, wires } = useStore(app.store, ({ document }) => document);
  return (
    <>
      <header className="section">
        <h2>{name}</h2>
        <p className="aside">{words.size(count(nodes.length), count(wires.length), nodes.length === 1)}</p>
      </header>
      <section className="section">
        <p className="doc">{about || words.noAbout}</p>
      </section>
    </>
  );
}

function NodeDetails({ node }: { node: GraphNode }) {
  const definition = app.catalogue[node.type];
  const Icon = iconNamed(definition?.icon ?? "box");
  const title = definition?.title ?? node.type;
  const bypassed = passing(node, definition) !== null;
  return (
    <>
      <header className="section">
        <h2>
          <Icon size={16} strokeWidth={1.4} aria-hidden />
          <span>{node.label ?? title}</span>
          <NodeActions node={node} />
        </h2>
        <p className="aside">
          {node.label ? title : (words.categories[definition?.category ?? ""] ?? node.type)}
        </p>
      </header>
      {!definition && <p className="section doc">{words.unknownNode(node.type)}</p>}
      <Look node={node} />
      <Inputs node={node} />
      <Settings node={node} />
      {!bypassed && <Result node={node} />}
      {!bypassed && <Handed node={node} />}
      {definition && <Docs definition={definition} />}
    </>
  );
}

function Inputs({ node }: { node: GraphNode }) {
  const document = useStore(app.store, (state) => state.document);
  const inputs = Object.entries(app.catalogue[node.type]?.inputs ?? {});
  if (inputs.length === 0) return null;
  const { entering } = wiresOf(document.wires, node.id);
  return (
    <section className="section">
      <h3>{words.inputs}</h3>
      <dl className="pairs">
        {inputs.map(([name, port]) => {
          const wire = entering.get(name);
          return (
            <div key={name} title={port.doc}>
              <dt>
                <Glyph type={port.types[0] ?? null} /> {portName(name)}
              </dt>
              <dd className={wire ? "" : "none"}>{wire ? nameOf(document, wire.from[0]) : words.notWired}</dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}

function Settings({ node }: { node: GraphNode }) {
  const all = app.catalogue[node.type]?.params ?? {};
  const { entering } = useWires(node.id);
  const params = Object.entries(all).filter(
    ([name, spec]) => isShown(spec, all, node.params) || entering.has(name),
  );
  if (params.length === 0) return null;
  return (
    <section className="section">
      <h3>{words.settings}</h3>
      {params.map(([name, spec]) => {
        const wire = entering.get(name) ?? entering.get(spec.unless ?? name);
        return (
          <div className="setting" key={name}>
            {!isOnPicture(spec) && !isBlock(spec) && (
              <FieldLabel node={node} name={name} spec={spec} doc={spec.doc} />
            )}
            {wire ? (
              <span className="field-wired">{nameOf(app.document, wire.from[0])}</span>
            ) : (
              <Field node={node} name={name} spec={spec} />
            )}
          </div>
        );
      })}
    </section>
  );
}

/** What can be handed out of a view. */
function Handed({ node }: { node: GraphNode }) {
  const preview = useKeyed(app.runs.nodes, node.id)?.preview;
  if (!preview || formatsOf(preview).length === 0) return null;
  return (
    <section className="section">
      <h3>{words.exports}</h3>
      <Exports id={node.id} />
    </section>
  );
}

function Result({ node }: { node: GraphNode }) {
  const state = useKeyed(app.runs.nodes, node.id)?.state;
  if (state?.state !== "done" && state?.state !== "cached") return null;
  return (
    <section className="section">
      <h3>{words.result}</h3>
      <dl className="pairs">
        {state.shape && <Pair name={words.shape} value={shape(state.shape)} />}
        <Pair
          name={words.time}
          value={state.state === "cached" ? words.cachedWas(time(state.ms)) : time(state.ms)}
        />
        <Pair name={words.memory} value={bytes(state.bytes)} />
      </dl>
    </section>
  );
}

function Pair({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt className="none">{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
