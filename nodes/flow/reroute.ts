import { anyOf, defineNode } from "../../engine/node.ts";
import { socketTypes } from "../../engine/values.ts";

export const reroute = defineNode({
  title: "Reroute point",
  doc: "A point on a wire: what enters goes on as it is, so that wires can be led round other nodes. It costs nothing.",
  synonyms: ["dot", "waypoint", "elbow", "bend", "pass through", "relay"],
  icon: "waypoints",
  inputs: { value: anyOf(socketTypes, "Anything.") },
  params: {},
  outputs: { value: anyOf(socketTypes, "The same.", "value") },
  drawn: "dot",
});
