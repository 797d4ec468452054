import { useEffect, useState } from "react";
import { useStore } from "zustand";
import type { GraphNode } from "../../engine/document.ts";
import type { Inspection } from "../../engine/inspect.ts";
import { follower } from "../../engine/passage.ts";
import { app } from "../app.ts";
import { useKeyed } from "../keyed.ts";
import { count, real } from "../numbers.ts";
import { PreviewView } from "../previews/PreviewView.tsx";
import { words } from "../words.ts";

const switches = 4;

/** A closer look at what the node gives: maps of its units or its picture, and how its numbers lie. */
export function Look({ node }: { node: GraphNode }) {
  const [sample, setSample] = useState(0);
  const look = useInspection(node, sample);
  if (!look) return null;
  const { units, picture, stats, samples } = look;
  return (
    <>
      {(units.length > 0 || picture) && (
        <section className="section look">
          <header>
            <h3>{units.length > 0 ? words.units : words.sample}</h3>
            {samples > 1 && <SampleSwitch samples={samples} sample={sample} choose={setSample} />}
          </header>
          {units.length > 0 ? (
            <>
              <div className="unit-maps">
                {units.map(({ unit, picture: map }) => (
                  <div key={unit} title={`${words.units} ${unit}`}>
                    <PreviewView preview={map} width={38} />
                  </div>
                ))}
              </div>
              <p className="aside">
                {words.unitsShown(units.length, count(look.shape?.[1] ?? units.length))}
              </p>
            </>
          ) : (
            picture && <PreviewView preview={picture} width={240} />
          )}
        </section>
      )}
      {stats && <Values stats={stats} />}
    </>
  );
}

/** Looks again whenever the node has a new result. */
function useInspection(node: GraphNode, sample: number): Inspection | null {
  const [look, setLook] = useState<Inspection | null>(null);
  const port = Object.keys(app.catalogue[node.type]?.outputs ?? {})[0];
  const source = useStore(
    app.store,
    ({ document }) => follower(document, app.catalogue)([node.id, port ?? ""])[0],
  );
  const state = useKeyed(app.runs.nodes, source)?.state;
  const there = state?.state === "done" || state?.state === "cached";
  useEffect(() => {
    if (!there || port === undefined || !state) return;
    let current = true;
    app.engine?.client.inspect(node.id, port, { sample }).then(
      (next) => current && setLook(next),
      () => current && setLook(null),
    );
    return () => {
      current = false;
    };
  }, [node.id, port, sample, there, state]);
  return look;
}

function SampleSwitch({
  samples,
  sample,
  choose,
}: {
  samples: number;
  sample: number;
  choose: (sample: number) => void;
}) {
  if (samples > switches) {
    return (
      <input
        className="value number sample"
        type="number"
        aria-label={words.sample}
        min={1}
        max={samples}
        value={sample + 1}
        onChange={({ target }) =>
          choose(Math.min(samples, Math.max(1, Math.round(Number(target.value)) || 1)) - 1)
        }
      />
    );
  }
  return (
    <div className="switch" role="radiogroup" aria-label={words.sample}>
      {Array.from({ length: samples }, (_, index) => (
        // biome-ignore lint/a11y/useSemanticElements: a row of buttons that behaves as one choice
        <button
          type="button"
          role="radio"
          aria-checked={index === sample}
          // biome-ignore lint/suspicious/noArrayIndexKey: a sample is its index
          key={index}
          onClick={() => choose(index)}
        >
          {index + 1}
        </button>
      ))}
    </div>
  );
}

function Values({ stats }: { stats: NonNullable<Inspection["stats"]> }) {
  const most = Math.max(1, ...stats.histogram);
  const range = words.range(real(stats.min), real(stats.max));
  return (
    <section className="section look">
      <header>
        <h3>{words.values}</h3>
        <span className="aside">{range}</span>
      </header>
      <svg
        className="histogram"
        viewBox={`0 0 ${stats.histogram.length} 32`}
        preserveAspectRatio="none"
        role="img"
        aria-label={range}
      >
        {stats.histogram.map((height, bin) => {
          const tall = height === 0 ? 0 : Math.max(1, (height / most) * 32);
          // biome-ignore lint/suspicious/noArrayIndexKey: a bin is its index
          return <rect key={bin} x={bin + 0.08} width={0.84} y={32 - tall} height={tall} />;
        })}
      </svg>
      <dl className="pairs">
        <div>
          <dt className="none">{words.mean}</dt>
          <dd>{real(stats.mean)}</dd>
        </div>
        <div>
          <dt className="none">{words.spread}</dt>
          <dd>{real(stats.std)}</dd>
        </div>
        {stats.bad > 0 && (
          <div>
            <dt className="none">{words.notFinite}</dt>
            <dd className="tone-error">{count(stats.bad)}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}
