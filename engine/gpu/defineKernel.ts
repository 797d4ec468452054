/** Own kernels: arithmetic for which ONNX is the wrong tool, as WGSL and as a reference on the CPU (SPEC R21). */
import type { HostTensor } from "../tensor.ts";

type Shape = readonly number[];

/**
 * One kernel. `wgsl` has the entry point `main`; in group 0, binding 0 is the uniform block, then come the inputs
 * (`var<storage, read>`), then the output (`var<storage, read_write>`). Both ways give the same numbers within 1e-6.
 */
export interface Kernel<U> {
  readonly name: string;
  readonly wgsl: string;
  /** What the output holds. */
  readonly output: "float32" | "int32";
  /** The output's shape. Throws Fault where inputs do not fit together. */
  shape(inputs: readonly Shape[], uniforms: U): number[];
  /** The uniform block as WGSL lays it out; a multiple of 16 bytes. */
  uniforms(uniforms: U, inputs: readonly Shape[]): ArrayBuffer;
  /** How many workgroups run, in three dimensions. */
  workgroups(inputs: readonly Shape[], uniforms: U): [number, number, number];
  /** The same on the CPU, one readable loop. */
  reference(inputs: readonly HostTensor[], uniforms: U): HostTensor;
}

/** Declares a kernel; the type of its uniforms follows from the declaration. */
export function defineKernel<U>(kernel: Kernel<U>): Kernel<U> {
  return kernel;
}
