/** Brings onnxruntime up before somebody waits for it: the download and compilation of its wasm take longest. */
import { create, toBinary } from "@bufbuild/protobuf";
import type { InferenceSession, Ort } from "../platform/ort.ts";
import { locked } from "./lock.ts";
import { ModelProtoSchema, TensorProto_DataType } from "./onnx_pb.ts";

/** The smallest model: one number goes through. */
function smallest(): Uint8Array {
  const value = { elemType: TensorProto_DataType.FLOAT, shape: { dim: [] } };
  const info = (name: string) => ({ name, type: { value: { case: "tensorType" as const, value } } });
  return toBinary(
    ModelProtoSchema,
    create(ModelProtoSchema, {
      irVersion: 8n,
      opsetImport: [{ domain: "", version: 17n }],
      graph: {
        name: "warm-up",
        node: [{ opType: "Identity", input: ["x"], output: ["y"] }],
        input: [info("x")],
        output: [info("y")],
      },
    }),
  );
}

/** Starts onnxruntime and does not wait for it; a failure shows in the first run that matters. */
export function warmUp(ort: Ort, options: () => Promise<InferenceSession.SessionOptions>): void {
  void locked(async () => {
    const session = await ort.InferenceSession.create(smallest(), await options());
    await session.release();
  }).catch(() => undefined);
}
