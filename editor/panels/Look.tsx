import { useEffect, useState } from "react";
import { useStore } from "zustand";
import type { GraphNode } from "../../engine/document.ts";
import type { Inspection } from "../../engine/inspect.ts";
import { follower } from "../../engine/passage.ts";
import { app } from "../app.ts";
import { useKeyed } from "../keyed.ts";
import { openLightbox } from "../lightbox/openLightbox.ts";
import { count, real, shape } from "../numbers.ts";
import { PreviewView } from "../previews/PreviewView.tsx";
import { portName, words } from "../words.ts";

const switches = 4;

/** A closer look at what the node gives: maps of its units or its picture, and how its numbers lie. */
export function Look({ node }: { node: GraphNode }) {
  const [sample, setSample] = useState(0);
  const ports = Object.keys(app.catalogue[node.type]?.outputs ?? {});
  const [chosen, setChosen] = useState(0);
  const port = ports[chosen] ?? ports[0];
  const look = useInspection(node, port, sample);
  return (
    <>
      {ports.length > 1 && <Outputs {...{ ports, chosen }} choose={setChosen} />}
      {look && (
        <Value
          {...{ look, sample }}
          choose={setSample}
          open={(at) => openLightbox(node.id, sample + at, port)}
        />
      )}
      {look?.stats && <Numbers stats={look.stats} extents={ports.length > 1 ? look.shape : null} />}
    </>
  );
}

interface ValueProps {
  readonly look: Inspection;
  readonly sample: number;
  choose(sample: number): void;
  /** Looks closely at one of those shown, counted from the first of them. */
  open(at: number): void;
}

/** Maps of the most varied units, or the picture of one sample. */
function Value({ look: { units, picture, samples, shape: extents }, sample, choose, open }: ValueProps) {
  return (
    <>
      {(units.length > 0 || picture) && (
        <section className="section look">
          <header>
            <h3>{units.length > 0 ? words.units : words.sample}</h3>
            {samples > 1 && <SampleSwitch samples={samples} sample={sample} choose={choose} />}
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
              <p className="aside">{words.unitsShown(units.length, count(extents?.[1] ?? units.length))}</p>
            </>
          ) : (
            picture && <PreviewView preview={picture} width={240} open={open} />
          )}
        </section>
      )}
    </>
  );
}

/** Looks again whenever the node has a new result. */
function useInspection(node: GraphNode, port: string | undefined, sample: number): Inspection | null {
  const [look, setLook] = useState<Inspection | null>(null);
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

interface OutputsProps {
  readonly ports: readonly string[];
  readonly chosen: number;
  choose(port: number): void;
}

/** Which of several outputs is looked at. */
function Outputs({ ports, chosen, choose }: OutputsProps) {
  return (
    <section className="section look">
      <header>
        <h3>{words.output}</h3>
        <div className="switch named" role="radiogroup" aria-label={words.output}>
          {ports.map((port, index) => (
            // biome-ignore lint/a11y/useSemanticElements: a row of buttons that behaves as one choice
            <button
              type="button"
              role="radio"
              aria-checked={index === chosen}
              key={port}
              onClick={() => choose(index)}
            >
              {portName(port)}
            </button>
          ))}
        </div>
      </header>
    </section>
  );
}

interface NumbersProps {
  readonly stats: NonNullable<Inspection["stats"]>;
  readonly extents: Inspection["shape"];
}

function Numbers({ stats, extents }: NumbersProps) {
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
        {extents && (
          <div>
            <dt className="none">{words.shape}</dt>
            <dd>{shape(extents)}</dd>
          </div>
        )}
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
