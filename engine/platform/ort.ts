/** The part of onnxruntime's interface that we use; its builds for browser, Node and native share it. */
export type Ort = Pick<typeof import("onnxruntime-web"), "InferenceSession" | "Tensor" | "env">;
export type { InferenceSession, Tensor as OrtTensor } from "onnxruntime-web";
