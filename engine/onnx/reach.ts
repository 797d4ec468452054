/** Which nodes and tensors outputs depend on, walking back until what is fed. */
import type { GraphProto, NodeProto } from "./onnx_pb.ts";
import type { Structure } from "./structure.ts";

export interface Reach {
  readonly nodes: ReadonlySet<NodeProto>;
  /** Every tensor that is read or given on the way, fed ones included. */
  readonly tensors: ReadonlySet<string>;
}

/** Walks back from `outputs`; a fed tensor, an initializer and an input of the file end a path. */
export function reach({ producers }: Structure, fed: ReadonlySet<string>, outputs: readonly string[]): Reach {
  const nodes = new Set<NodeProto>();
  const tensors = new Set<string>();
  const pending = [...outputs];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (tensors.has(name)) continue;
    tensors.add(name);
    const node = fed.has(name) ? undefined : producers.get(name);
    if (!node || nodes.has(node)) continue;
    nodes.add(node);
    pending.push(...readBy(node));
  }
  return { nodes, tensors };
}

/** The tensors that a node reads, those which its sub-graphs (If, Loop, Scan) take from outside included. */
export function readBy(node: NodeProto): string[] {
  const inner = node.attribute.flatMap(({ g, graphs }) => [...(g ? [g] : []), ...graphs]);
  return [...node.input.filter(Boolean), ...inner.flatMap(takenFromOutside)];
}

function takenFromOutside(graph: GraphProto): string[] {
  const own = new Set([
    ...graph.input.map(({ name }) => name),
    ...graph.initializer.map(({ name }) => name),
    ...graph.node.flatMap(({ output }) => output),
  ]);
  const read = [...graph.node.flatMap(readBy), ...graph.output.map(({ name }) => name)];
  return read.filter((name) => !own.has(name));
}
