import { describe, expect, test } from "vitest";
import { Fault } from "../../../engine/fault.ts";
import { ortFault } from "../../../engine/onnx/ortFault.ts";

describe("what onnxruntime threw", () => {
  test.each([
    "Can't create a session. ERROR_CODE: 9, ERROR_MESSAGE: Could not find an implementation for GridSample(20) node with name ''",
    "Load model failed: Fatal error: ai.onnx:GridSample(-1) is not a registered function/op",
    "No Op registered for GridSample with domain_version of 17",
  ])("names a missing operator: %s", (message) => {
    expect(ortFault(new Error(message), "image").message).toBe("this runtime has no operator GridSample");
  });

  test.each([
    new Error("failed to call OrtRun(). ERROR_CODE: 6, ERROR_MESSAGE: std::bad_alloc"),
    new RangeError("Array buffer allocation failed"),
    new RangeError("WebAssembly.Memory.grow(): Maximum memory size exceeded"),
    new Error("Failed to allocate memory for requested buffer of size 16777216000"),
    13631488,
  ])("says that memory is short, and what to do: %s", (error) => {
    const fault = ortFault(error, "image");
    expect(fault.message).toBe("not enough memory to compute image");
    expect(fault.cure).toMatch(/smaller count/);
  });

  test.each([
    [
      "no available backend found. ERR: [wasm] TypeError: Failed to fetch dynamically imported module: http://localhost/ort/x.mjs",
      "onnxruntime could not be loaded",
    ],
    ["Aborted(both async and sync fetching of the wasm failed)", "onnxruntime could not be loaded"],
    ["memory access out of bounds", "image: onnxruntime crashed"],
  ])("tells a download that failed from a crash: %s", (message, reason) => {
    expect(ortFault(new Error(message), "image").message).toBe(reason);
  });

  test("is the runtime's own words where a node failed", () => {
    const message =
      "Non-zero status code returned while running Add node. Name:'' Status Message: " +
      "/onnxruntime_src/core/element_wise_ops.h:560 void Shape(int64_t, int64_t&) axis == 1 was false. 3 by 2";
    expect(ortFault(new Error(message), "y").message).toBe(
      "y: the runtime failed: axis == 1 was false. 3 by 2",
    );
  });

  test("is one line without paths where it is something else", () => {
    const message =
      "failed to call OrtRun(). ERROR_CODE: 2, ERROR_MESSAGE: /onnxruntime/core/reshape.h:45 " +
      "ReshapeHelper(const TensorShape&, TensorShapeVector&, bool) The input cannot be reshaped\n    at foo (ort.js:1)";
    expect(ortFault(new Error(message), "image").message).toBe(
      "image: the runtime failed: The input cannot be reshaped",
    );
  });

  test("is left alone where it is a Fault already", () => {
    const fault = new Fault("x: expected [n, 2], got [1, 3]");
    expect(ortFault(fault, "image")).toBe(fault);
  });
});
