import type { Shape } from "../kept/shapeOf.ts";

interface Props {
  readonly shape: Shape;
  readonly width: number;
  readonly height: number;
}

/** A graph as its nodes and wires in small. */
export function Silhouette({ shape, width, height }: Props) {
  const mark = Math.max(2, Math.min(width / 16, height / 6));
  const [nodeWidth, nodeHeight] = [1.5 * mark, mark];
  const right = Math.max(1, ...shape.nodes.map(([x]) => x));
  const bottom = Math.max(1, ...shape.nodes.map(([, y]) => y));
  // Wide graphs are drawn lower than they are, high ones narrower, so that any of them fills its place.
  const place = ([x, y]: readonly [number, number]) =>
    [
      nodeWidth / 2 + (x / right) * (width - nodeWidth),
      bottom === 1 ? height / 2 : nodeHeight / 2 + (y / bottom) * (height - nodeHeight),
    ] as const;
  const places = shape.nodes.map(place);
  return (
    <svg
      className="silhouette"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="xMidYMid meet"
      aria-hidden
    >
      {shape.wires.map(([from, to]) => {
        const [a, b] = [places[from], places[to]];
        return a && b && <path key={`${from} ${to}`} d={`M${a[0]} ${a[1]}L${b[0]} ${b[1]}`} />;
      })}
      {places.map(([x, y], index) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a node is its place in the shape
          key={index}
          x={x - nodeWidth / 2}
          y={y - nodeHeight / 2}
          width={nodeWidth}
          height={nodeHeight}
          rx={mark / 4}
        />
      ))}
    </svg>
  );
}
