import Maximize2 from "lucide-react/icons/maximize-2";
import Play from "lucide-react/icons/play";
import type { GraphNode } from "../../engine/document.ts";
import type { NodeDefinition } from "../../engine/node.ts";
import type { Preview } from "../../engine/preview.ts";
import { perform } from "../actions/index.ts";
import { app } from "../app.ts";
import { OnPicture } from "../controls/OnPicture.tsx";
import { paramOnPicture } from "../controls/pictureParam.ts";
import { placeParam } from "../controls/place/placeParam.ts";
import { openLightbox } from "../lightbox/openLightbox.ts";
import { PreviewView } from "../previews/PreviewView.tsx";
import type { NodeRun } from "../runs.ts";
import { sentence } from "../sentence.ts";
import { ofEngine, words } from "../words.ts";
import type { Stage } from "./stage.ts";

interface Props {
  readonly node: GraphNode;
  readonly definition: NodeDefinition | undefined;
  readonly run: NodeRun | undefined;
  readonly width: number;
  readonly stage: Stage;
}

/** What a node shows: its picture edge to edge, or in the picture's place why there is none. */
export function Picture({ node, definition, run, width }: Props) {
  if (!definition) return <p className="said">{words.unknownNode(node.type)}</p>;
  const state = run?.state ?? null;
  if (state?.state === "failed") {
    return (
      <div className="said" role="alert">
        <p>{sentence(state.reason, definition)}</p>
        {state.cure && <p className="cure">{ofEngine(state.cure)}</p>}
      </div>
    );
  }
  if (run?.preview) return <Shown node={node} definition={definition} preview={run.preview} width={width} />;
  if (state?.state === "waits") {
    return (
      <div className="waits">
        <button
          type="button"
          className="button primary small"
          onPointerDown={(event) => event.stopPropagation()}
          onClick={() => perform("run")}
        >
          <Play size={14} strokeWidth={1.4} aria-hidden />
          {words.run}
        </button>
      </div>
    );
  }
  return <div className="hatch" style={{ height: expectedHeight(definition, width) }} />;
}

interface ShownProps extends Pick<Props, "node" | "width"> {
  readonly definition: NodeDefinition;
  readonly preview: Preview;
}

/** The picture, with the param that is set on it, or a way to open it over the whole window. */
function Shown({ node, definition, preview, width }: ShownProps) {
  const name = paramOnPicture(definition);
  const spec = name !== null && definition.params[name];
  if (spec && preview.kind === "pixels")
    return (
      <div className="shown">
        <OnPicture node={node} name={name} spec={spec} preview={preview} width={width}>
          <PreviewView preview={preview} width={width} node={node.id} />
        </OnPicture>
        <Open name={words.lightbox.open} act={() => openLightbox(node.id)} />
      </div>
    );
  return (
    <div className="shown">
      <PreviewView
        preview={preview}
        width={width}
        node={node.id}
        open={(sample) => openLightbox(node.id, sample)}
      />
      {opens(preview) && (
        <Open name={words.openView} act={() => app.surroundings.setState({ closeUp: node.id })} />
      )}
    </div>
  );
}

/** True for views that show more over the whole window. */
const opens = ({ kind }: Preview): boolean =>
  ["chart", "table", "units", "place", "plane", "evolution"].includes(kind);

function Open({ name, act }: { name: string; act: () => void }) {
  return (
    <button
      type="button"
      className="icon-button open-view"
      aria-label={name}
      title={name}
      onPointerDown={(event) => event.stopPropagation()}
      onClick={act}
    >
      <Maximize2 size={14} strokeWidth={1.4} aria-hidden />
    </button>
  );
}

/** About how high the first picture will be, so that little moves when it comes: bars, a square map, four in a row. */
export function expectedHeight(definition: NodeDefinition, width: number): number {
  const { outputs, show } = definition;
  if (paramOnPicture(definition) !== null || placeParam(definition) !== null) return width;
  const type = Object.values(outputs)[0]?.types[0];
  if (type === "latent" || type === "style") return 28;
  if (type === "features" || type === "points" || type === "dataset") return width;
  if (type === "evolution") return width + 24;
  if (type === "image" || show) return width < 240 ? width : Math.round(width / 4);
  return 56;
}
