import BookmarkPlus from "lucide-react/icons/bookmark-plus";
import Check from "lucide-react/icons/check";
import ChevronRight from "lucide-react/icons/chevron-right";
import { useState } from "react";
import { useStore } from "zustand";
import type { EvolutionPicture } from "../../../engine/evolutionPicture.ts";
import { app } from "../../app.ts";
import { keep, keptGenerators } from "../../keepGenerator.ts";
import { count } from "../../numbers.ts";
import { Exports } from "../../panels/Exports.tsx";
import { nameOf } from "../../panels/nameOf.ts";
import { words } from "../../words.ts";
import { Children } from "./Children.tsx";
import { ControlBar } from "./ControlBar.tsx";
import { Courses } from "./Courses.tsx";
import { History } from "./History.tsx";
import { Lanes } from "./Lanes.tsx";
import { Making } from "./Making.tsx";
import { RunStatus } from "./RunStatus.tsx";
import { ShareBars } from "./ShareBars.tsx";
import { useRoom } from "./useRoom.ts";

const said = words.evolution;

interface Props {
  readonly run: EvolutionPicture;
  readonly node: string;
  close(): void;
}

/** A run over the whole window: what it makes, why, and how it came there. */
export function EvolutionScreen({ run, node, close }: Props) {
  const document = useStore(app.store, (state) => state.document);
  const [generation, go] = useState<number | null>(null);
  const room = useRoom(run.snapshots.length + 1);
  const back = run.snapshots.find((snapshot) => snapshot.generation === generation) ?? null;
  return (
    <div className="evolution-screen">
      <header>
        <span className="aside">{document.name}</span>
        <ChevronRight size={14} strokeWidth={1.4} aria-hidden />
        <h2 id="close-up-title">{nameOf(document, node)}</h2>
        <Keep run={run} node={node} generation={back?.generation ?? null} />
        <Exports id={node} />
        <span className="rule" />
        <button type="button" className="button outlined" onClick={close}>
          {said.backToGraph}
          <kbd className="keys">Esc</kbd>
        </button>
      </header>
      <ControlBar run={run} node={node} />
      <div className="evolution-body">
        <Making run={run} back={back} side={room.side} />
        <div className="reasons">
          <Children run={run} room={room.child} />
          <Lanes run={run} />
          <div className="courses-row">
            <Courses run={run} />
            <ShareBars run={run} />
          </div>
        </div>
      </div>
      <History run={run} back={back?.generation ?? null} thumb={room.snapshot} go={go} />
      <RunStatus run={run} node={node} />
    </div>
  );
}

interface KeepProps {
  readonly run: EvolutionPicture;
  readonly node: string;
  /** The generation that is looked back at; for none the newest of the history is kept. */
  readonly generation: number | null;
}

/** Adds a node that gives the generator of the generation that is shown. */
function Keep({ run, node, generation }: KeepProps) {
  const kept = useStore(app.store, ({ document }) => document);
  const target = generation ?? run.snapshots.at(-1)?.generation;
  const there = target !== undefined && keptGenerators(kept, node).has(target);
  const number = count(target ?? 0);
  return (
    <button
      type="button"
      className="button"
      disabled={target === undefined || there}
      title={target === undefined ? said.nothingToKeep : there ? said.keptTip : said.keepTip(number)}
      onClick={() => target !== undefined && keep(node, target)}
    >
      {there ? (
        <Check size={16} strokeWidth={1.4} aria-hidden />
      ) : (
        <BookmarkPlus size={16} strokeWidth={1.4} aria-hidden />
      )}
      {there ? said.kept(number) : said.keep(number)}
    </button>
  );
}
