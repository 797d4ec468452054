/** Kernels for programs on the CPU, put together as one small WebAssembly module. */
import { Module, memory } from "wasmati";
import { type PanelWidth, panelWidths, zeroBytes } from "./memoryLayout.ts";
import { copyKernel, sumKernel, sumPairsKernel, sumRowsKernel, transposeKernel } from "./moving.ts";
import {
  type Pair,
  pairKernel,
  pairNames,
  type Single,
  type Spread,
  selectKernel,
  singleKernel,
  singleNames,
  spreads,
} from "./pointwise.ts";
import { gatherKernel, listRowsKernel, orders, packKernel, panelKernel } from "./product.ts";

/** Takes addresses and numbers; what they mean stands where the kernel is made. */
export type CpuKernel = (...numbers: number[]) => void;

export interface Kernels {
  readonly pair: (name: Pair, spread: Spread) => CpuKernel;
  readonly single: (name: Single) => CpuKernel;
  readonly pack: (width: PanelWidth) => CpuKernel;
  readonly panel: (width: PanelWidth) => CpuKernel;
  readonly select: CpuKernel;
  /** Along four axes; `wide` along a last one of numbers side by side. */
  readonly copy: (wide: boolean) => CpuKernel;
  readonly gather: (runs: boolean) => CpuKernel;
  readonly sum: CpuKernel;
  readonly sumRows: CpuKernel;
  readonly sumPairs: CpuKernel;
  readonly listRows: CpuKernel;
  readonly transpose: CpuKernel;
  readonly memory: WebAssembly.Memory;
}

const made = () => ({
  ...Object.fromEntries(
    pairNames.flatMap((name) => spreads.map((spread) => [`${name} ${spread}`, pairKernel(name, spread)])),
  ),
  ...Object.fromEntries(singleNames.map((name) => [name, singleKernel(name)])),
  ...Object.fromEntries(panelWidths.map((width) => [`pack ${width}`, packKernel(width)])),
  ...Object.fromEntries(panelWidths.map((width) => [`panel ${width}`, panelKernel(width)])),
  select: selectKernel(),
  "copy false": copyKernel(false),
  "copy true": copyKernel(true),
  "gather false": gatherKernel(false),
  "gather true": gatherKernel(true),
  sum: sumKernel(),
  sumRows: sumRowsKernel(),
  sumPairs: sumPairsKernel(),
  listRows: listRowsKernel(),
  transpose: transposeKernel(),
  memory: memory({ min: 1 }, new Uint8Array(zeroBytes), orders),
});

/** Compiles them, which takes a few milliseconds. The memory is theirs alone. */
export async function openKernels(): Promise<Kernels> {
  const { instance } = await Module({ exports: made() }).instantiate();
  const exports = instance.exports as unknown as Record<string, CpuKernel> & { memory: WebAssembly.Memory };
  const named = (name: string) => exports[name] as CpuKernel;
  return {
    pair: (name, spread) => named(`${name} ${spread}`),
    single: named,
    pack: (width) => named(`pack ${width}`),
    panel: (width) => named(`panel ${width}`),
    select: named("select"),
    copy: (wide) => named(`copy ${wide}`),
    gather: (runs) => named(`gather ${runs}`),
    sum: named("sum"),
    sumRows: named("sumRows"),
    sumPairs: named("sumPairs"),
    listRows: named("listRows"),
    transpose: named("transpose"),
    memory: exports.memory,
  };
}
