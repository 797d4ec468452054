import type { NodeDefinition, Port } from "../../engine/node.ts";
import type { Param } from "../../engine/param.ts";
import { Glyph } from "../canvas/glyphs.tsx";
import { real } from "../numbers.ts";
import { portName, spoken, words } from "../words.ts";

/** What a node does, and what each of its ports and settings is for. */
export function Docs({ definition }: { definition: NodeDefinition }) {
  const { doc, inputs, outputs, params } = definition;
  return (
    <section className="section docs">
      <Doc text={doc} />
      <Ports title={words.inputs} ports={inputs} />
      <Settings params={params} />
      <Ports title={words.outputs} ports={outputs} />
    </section>
  );
}

/** What a node does; the source in the literature, which comes last, a little quieter. */
function Doc({ text }: { text: string }) {
  const [, what = text, source = ""] =
    /^(.*?[.:])\s+([A-Z][^.]*(?:\. )?[^.]*\b(?:19|20)\d\d\b.*)$/s.exec(text) ?? [];
  return (
    <p className="doc">
      {what} <cite>{source}</cite>
    </p>
  );
}

function Ports({ title, ports }: { title: string; ports: Readonly<Record<string, Port>> }) {
  const all = Object.entries(ports);
  if (all.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <dl>
        {all.map(([name, { types, optional, doc }]) => (
          <div key={name}>
            <dt>
              <Glyph type={types[0] ?? null} /> {portName(name)}
              <small>{optional ? words.mayStayUnwired : types.map(portName).join(", ")}</small>
            </dt>
            {doc !== "" && <dd>{doc}</dd>}
          </div>
        ))}
      </dl>
    </>
  );
}

function Settings({ params }: { params: Readonly<Record<string, Param>> }) {
  const all = Object.entries(params).filter(([, { doc }]) => doc !== "");
  if (all.length === 0) return null;
  return (
    <>
      <h3>{words.settings}</h3>
      <dl>
        {all.map(([name, spec]) => (
          <div key={name}>
            <dt>
              {spoken(name)}
              <small>{ordinary(spec)}</small>
            </dt>
            <dd>{spec.doc}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** What it is where nobody says otherwise. */
function ordinary({ default: value, kind }: Param): string {
  if (typeof value === "number") return words.unlessSet(real(value, Number.isInteger(value) ? 0 : 2));
  return typeof value === "string" && value !== "" && kind === "choice" ? words.unlessSet(spoken(value)) : "";
}
