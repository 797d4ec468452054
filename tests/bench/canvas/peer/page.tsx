/// <reference types="vite/client" />
/** A graph of Ganglion in xyflow, every node in the document: as many sockets and fields on a node as in the editor. */
import { Handle, type Node, type NodeProps, Position, ReactFlow } from "@xyflow/react";
import { createRoot } from "react-dom/client";
import type { LargeGraph } from "../largeGraph.ts";
import "@xyflow/react/dist/style.css";

type Card = Node<{ title: string; inputs: string[]; outputs: string[]; fields: string[] }>;

const fieldsOf: Readonly<Record<string, string[]>> = {
  number: ["value"],
  sampleLatent: ["count", "seed"],
  interpolate: ["steps", "path"],
  pick: ["index"],
};

function CardView({ data: { title, inputs, outputs, fields } }: NodeProps<Card>) {
  return (
    <article style={{ width: 132, border: "1px solid #888", borderRadius: 8, background: "#fff" }}>
      <header>{title}</header>
      {inputs.map((port, index) => (
        <Handle
          key={port}
          id={port}
          type="target"
          position={Position.Left}
          style={{ top: 38 + 20 * index }}
        />
      ))}
      {outputs.map((port, index) => (
        <Handle
          key={port}
          id={port}
          type="source"
          position={Position.Right}
          style={{ top: 38 + 20 * index }}
        />
      ))}
      {fields.map((field) => (
        <label key={field} style={{ display: "flex" }}>
          {field}
          <input className="nodrag" style={{ width: 60 }} defaultValue="0" />
        </label>
      ))}
    </article>
  );
}

const nodeTypes = { card: CardView };

/** The ports that wires name, by node. */
function portsOf(ends: readonly (readonly [string, string])[]): ReadonlyMap<string, ReadonlySet<string>> {
  const ports = new Map<string, Set<string>>();
  for (const [node, port] of ends) ports.set(node, (ports.get(node) ?? new Set()).add(port));
  return ports;
}

function show(graph: LargeGraph): void {
  const [given, taken] = [
    portsOf(graph.wires.map(({ from }) => from)),
    portsOf(graph.wires.map(({ to }) => to)),
  ];
  const nodes = graph.nodes.map(
    ({ id, type, at: [x, y] }): Card => ({
      id,
      type: "card",
      position: { x, y },
      data: {
        title: type,
        inputs: [...(taken.get(id) ?? [])],
        outputs: [...(given.get(id) ?? [])],
        fields: fieldsOf[type] ?? [],
      },
    }),
  );
  const edges = graph.wires.map(({ from: [source, sourceHandle], to: [target, targetHandle] }) => ({
    id: [source, sourceHandle, target, targetHandle].join(" "),
    source,
    sourceHandle,
    target,
    targetHandle,
  }));
  const root = document.getElementById("root");
  if (root)
    createRoot(root).render(
      <ReactFlow defaultNodes={nodes} defaultEdges={edges} nodeTypes={nodeTypes} fitView minZoom={0.05} />,
    );
}

declare global {
  interface Window {
    show(graph: LargeGraph): void;
  }
}
window.show = show;
