import PanelRight from "lucide-react/icons/panel-right";
import { lazy, Suspense } from "react";
import { useStore } from "zustand";
import { perform } from "./actions/index.ts";
import { app } from "./app.ts";
import { Canvas } from "./canvas/Canvas.tsx";
import { openFile } from "./handing/openForeign.ts";
import { iconNamed } from "./icons.ts";
import { nodeOf } from "./nodeOf.ts";
import { Commands } from "./panels/Commands.tsx";
import { Finder } from "./panels/Finder.tsx";
import { Heard } from "./panels/Heard.tsx";
import { Help } from "./panels/Help.tsx";
import { Inspector } from "./panels/Inspector.tsx";
import { NoticeBar } from "./panels/NoticeBar.tsx";
import { nameOf } from "./panels/nameOf.ts";
import { Palette } from "./panels/Palette.tsx";
import { Rail } from "./panels/Rail.tsx";
import { StatusBar } from "./panels/StatusBar.tsx";
import { TopBar } from "./panels/TopBar.tsx";
import { Versions } from "./panels/Versions.tsx";
import { settings } from "./settings.ts";
import { useNarrow } from "./useNarrow.ts";
import { words } from "./words.ts";

/** Not needed before the first paint. */
const Home = lazy(() => import("./home/Home.tsx").then((module) => ({ default: module.Home })));
const CloseUp = lazy(() => import("./panels/CloseUp.tsx").then((module) => ({ default: module.CloseUp })));

const Lightbox = lazy(() =>
  import("./lightbox/Lightbox.tsx").then((module) => ({ default: module.Lightbox })),
);

/** The whole page: bars above and below, palette, canvas, inspector; on a narrow page sheets over the canvas. */
export function App() {
  const narrow = useNarrow();
  // Whatever is drawn below reads its texts anew.
  const language = useStore(settings, (state) => state.language);
  const open = useStore(app.surroundings, (state) => state.open);
  const asked = useStore(app.surroundings, (state) => state.asked);
  const closeUp = useStore(app.surroundings, (state) => state.closeUp);
  const looked = useStore(app.surroundings, (state) => state.lightbox);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a file may be dropped anywhere; the top bar has a button for it
    <div
      className={`app ${narrow ? "narrow" : ""}`}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        const [file] = event.dataTransfer.files;
        if (file) void openFile(file);
      }}
    >
      <TopBar />
      {narrow ? <Rail /> : <Palette />}
      <div className="middle">
        <Canvas />
        {open !== "graphs" && <NoticeBar />}
        {narrow && open === "palette" && (
          <div className="sheet left">
            <Palette />
          </div>
        )}
        {narrow && open === "inspector" && (
          <div className="sheet right">
            <Inspector key={language} />
          </div>
        )}
        {narrow && open !== "inspector" && <Chip />}
      </div>
      {!narrow && <Inspector key={language} />}
      <StatusBar />
      <Heard />
      {open === "help" && <Help />}
      {open === "commands" && <Commands />}
      {open === "finder" && asked && <Finder asked={asked} key={asked.at.join()} />}
      {looked && (
        <Suspense>
          <Lightbox looked={looked} />
        </Suspense>
      )}
      {open === "graphs" && (
        <Suspense>
          <Home />
        </Suspense>
      )}
      {open === "versions" && <Versions />}
      {closeUp !== null && (
        <Suspense>
          <CloseUp id={closeUp} key={`${closeUp} ${language}`} />
        </Suspense>
      )}
    </div>
  );
}

/** What is selected, and the way to the inspector. */
function Chip() {
  const selected = useStore(app.selection, ({ nodes }) => (nodes.size === 1 ? [...nodes][0] : undefined));
  const node = useStore(app.store, ({ document }) =>
    selected === undefined ? undefined : nodeOf(document, selected),
  );
  const definition = app.catalogue[node?.type ?? ""];
  const Icon = iconNamed(definition?.icon ?? "box");
  return (
    <div className="chip">
      {node && (
        <>
          <Icon size={16} strokeWidth={1.4} aria-hidden />
          <strong>{nameOf(app.document, node.id)}</strong>
          {node.label && <span className="aside">{definition?.title ?? node.type}</span>}
        </>
      )}
      <button type="button" className="button outlined" onClick={() => perform("inspect")}>
        <PanelRight size={16} strokeWidth={1.4} aria-hidden />
        {words.inspector}
      </button>
    </div>
  );
}
