import { loadOrt } from "#platform";
import type { Runtime } from "../../../engine/context.ts";
import { createCaller } from "../../../engine/onnx/call.ts";
import { createSessions } from "../../../engine/onnx/sessions.ts";

/** Calls programs on onnxruntime, even those that own kernels know. */
export async function onOrt(): Promise<Runtime["call"]> {
  const ort = await loadOrt("wasm", 1);
  const sessions = createSessions(ort, async () => ({ executionProviders: ["wasm"] }));
  return createCaller(ort, sessions, null, null);
}
