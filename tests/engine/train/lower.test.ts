import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { Runtime } from "../../../engine/context.ts";
import { type HostTensor, sizeOf, tensor } from "../../../engine/tensor.ts";
import { sigmoid, softplus } from "../../../engine/train/losses.ts";
import { leaky, tanh } from "../../../engine/train/mlp.ts";
import { normalise } from "../../../engine/train/normalise.ts";
import { type Arr, type Arrays, type Jax, openJax, traceProgram } from "../../../engine/train/trace.ts";
import { distance } from "../../expectClose.ts";
import { wasm } from "../../nodes/workbench.ts";
import { onOrt } from "../onnx/onOrt.ts";

vi.setConfig({ testTimeout: 60_000 });

type Shapes = Readonly<Record<string, readonly number[]>>;
type Make = (arrays: Arrays, jax: Jax) => Arr;

/** What jax-js itself computes. */
async function byJax(make: Make, values: Readonly<Record<string, HostTensor>>): Promise<Float32Array> {
  const jax = await openJax();
  const arrays = Object.fromEntries(
    Object.entries(values).map(([name, { data, shape }]) => [
      name,
      jax.numpy.array(Float32Array.from(data)).reshape([...shape]),
    ]),
  );
  return make(arrays, jax).dataSync() as Float32Array;
}

/** What the lowered graph gives: by own kernels where they know it, or by onnxruntime. */
async function lowered(
  make: Make,
  values: Readonly<Record<string, HostTensor>>,
  call: Runtime["call"],
): Promise<HostTensor> {
  const inputs = Object.fromEntries(Object.entries(values).map(([name, { shape }]) => [name, shape]));
  const program = await traceProgram({
    name: "test",
    inputs,
    make: (arrays, jax) => ({ result: make(arrays, jax) }),
  });
  return (await call(program, values, ["result"]))["result"] as HostTensor;
}

const callers = async () => [(await wasm()).call, await onOrt()];

function numbers(shapes: Shapes, scale = 1): Record<string, HostTensor> {
  let state = 12345;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return scale * (state / 2 ** 31 - 1);
  };
  return Object.fromEntries(
    Object.entries(shapes).map(([name, shape]) => [
      name,
      tensor(shape, Float32Array.from({ length: sizeOf(shape) }, next)),
    ]),
  );
}

async function agree(make: Make, shapes: Shapes, tolerance = 1e-5, scale = 1): Promise<void> {
  const values = numbers(shapes, scale);
  const expected = await byJax(make, values);
  for (const call of await callers()) {
    const made = await lowered(make, values, call);
    expect(distance(made.data, expected)).toBeLessThanOrEqual(tolerance);
  }
}

/** Derivative of the sum of squares with respect to the first input. */
function slope(make: Make, first: string): Make {
  return (arrays, jax) => {
    const { [first]: x, ...rest } = arrays;
    const loss = (wrt: Arr, others: Arrays) =>
      jax.numpy.sum(jax.numpy.square(make({ ...others, [first]: wrt }, jax)));
    return (jax.grad(loss as never) as unknown as (wrt: Arr, others: Arrays) => Arr)(x as Arr, rest);
  };
}

describe("a traced function", () => {
  const cases: readonly (readonly [string, Shapes, Make])[] = [
    [
      "product of matrices",
      { a: [5, 3], b: [3, 4] },
      ({ a, b }, { numpy: np }) => np.dot(a as Arr, b as Arr),
    ],
    [
      "product of stacks of matrices",
      { a: [2, 5, 3], b: [2, 3, 4] },
      ({ a, b }, { numpy: np }) => np.matmul(a as Arr, b as Arr),
    ],
    [
      "product with a transposed matrix",
      { a: [5, 3], b: [4, 3] },
      ({ a, b }, { numpy: np }) => np.dot(a as Arr, (b as Arr).transpose()),
    ],
    ["product with a vector", { a: [5, 3], b: [3] }, ({ a, b }, { numpy: np }) => np.dot(a as Arr, b as Arr)],
    [
      "sum over rows and a bias",
      { a: [5, 3], b: [3] },
      ({ a, b }, { numpy: np }) => np.sum((a as Arr).add(b as Arr), 0),
    ],
    [
      "sum over what is spread",
      { a: [3] },
      ({ a }, { numpy: np }) => np.sum(np.broadcastTo((a as Arr).reshape([1, 3, 1]), [4, 3, 2]), [0, 2]),
    ],
    [
      "outer product of spread rows",
      { a: [3], b: [4] },
      ({ a, b }) => (a as Arr).reshape([3, 1]).mul((b as Arr).reshape([1, 4])),
    ],
    [
      "concatenation of parts in another order",
      { a: [6, 2] },
      ({ a }, { numpy: np }) => {
        const [x, y] = np.split(a as Arr, [2]);
        return np.concatenate([y as Arr, x as Arr]);
      },
    ],
    [
      "convolution",
      { x: [2, 3, 6, 6], w: [4, 3, 3, 3] },
      ({ x, w }, { lax }) =>
        lax.convGeneralDilated(
          x as Arr,
          w as Arr,
          [1, 1],
          [
            [1, 1],
            [1, 1],
          ],
        ),
    ],
    [
      "upsampling",
      { x: [2, 3, 2, 2] },
      ({ x }, { numpy: np }) =>
        np.broadcastTo((x as Arr).reshape([2, 3, 2, 1, 2, 1]), [2, 3, 2, 2, 2, 2]).reshape([2, 3, 4, 4]),
    ],
    [
      "means of 2x2",
      { x: [2, 3, 4, 4] },
      ({ x }, { numpy: np }) => np.mean((x as Arr).reshape([2, 3, 2, 2, 2, 2]), [3, 5]),
    ],
    ["softplus", { x: [7] }, ({ x }, jax) => softplus(jax, x as Arr)],
    ["sigmoid", { x: [7] }, ({ x }, jax) => sigmoid(jax, x as Arr)],
    ["tanh", { x: [7] }, ({ x }, jax) => tanh(jax, x as Arr)],
    ["leaky ReLU", { x: [7] }, ({ x }, jax) => leaky(jax, x as Arr, 0.2)],
    [
      "normalisation over a batch",
      { x: [6, 3], "n.scale": [3], "n.shift": [3] },
      (arrays, jax) => normalise(jax, "batch", arrays, "n", arrays["x"] as Arr),
    ],
    [
      "normalisation over units",
      { x: [6, 3], "n.scale": [3], "n.shift": [3] },
      (arrays, jax) => normalise(jax, "layer", arrays, "n", arrays["x"] as Arr),
    ],
  ];

  it.each(cases)("gives what jax-js computes: %s", async (_, shapes, make) => {
    await agree(make, shapes);
  });

  it.each(cases)("has the derivative that jax-js computes: %s", async (_, shapes, make) => {
    const [first = ""] = Object.keys(shapes);
    await agree(slope(make, first), shapes, 1e-4);
  });

  it("gives the same for dense layers of any size", async () => {
    const extent = fc.integer({ min: 1, max: 6 });
    await fc.assert(
      fc.asyncProperty(extent, extent, extent, async (n, into, out) => {
        const make: Make = ({ x, w, b }, { numpy: np }) =>
          np.maximum(np.dot(x as Arr, w as Arr).add(b as Arr), 0);
        const shapes = { w: [into, out], x: [n, into], b: [out] };
        await agree(make, shapes);
        await agree(slope(make, "w"), shapes, 1e-4);
      }),
      { numRuns: 12 },
    );
  });

  it.each([
    ["softplus", softplus, [-200, 200], [0, 200]],
    ["sigmoid", sigmoid, [-200, 200], [0, 1]],
    ["tanh", tanh, [-200, 200], [-1, 1]],
  ] as const)("stays finite far from zero: %s", async (_, make, at, expected) => {
    const values = { x: tensor([2], Float32Array.from(at)) };
    const value: Make = ({ x }, jax) => make(jax, x as Arr);
    const slope: Make = ({ x }, jax) => jax.grad((y: Arr) => jax.numpy.sum(make(jax, y)))(x as Arr);
    for (const call of await callers()) {
      expect(Array.from((await lowered(value, values, call)).data)).toEqual(expected);
      const slopes = await lowered(slope, values, call);
      expect(Array.from(slopes.data).every(Number.isFinite)).toBe(true);
    }
  });

  it("names the primitive that has no rule", async () => {
    const sorted = traceProgram({
      name: "sorting",
      inputs: { x: [4] },
      make: ({ x }, { numpy: np }) => ({ y: np.sort(x as Arr) }),
    });
    await expect(sorted).rejects.toThrow("sorting needs sort, which has no rule");
  });

  it("may not call an output as an input", async () => {
    const same = traceProgram({
      name: "same",
      inputs: { x: [4] },
      make: ({ x }) => ({ x: (x as Arr).mul(2) }),
    });
    await expect(same).rejects.toThrow("same has an input and an output x");
  });
});
