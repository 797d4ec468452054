import type { KeyboardEvent } from "react";
import { edgeStep } from "./Edge.tsx";
import { nextScale } from "./scales.ts";

export interface Commands {
  fit(): void;
  zoom(change: (scale: number) => number): void;
  pan(dx: number, dy: number): void;
  /** To another sample, and of maps to another unit. */
  walk(by: number): void;
  change(by: number): void;
  grid(): void;
  bare(): void;
  edge(by: number): void;
  hold(): void;
  copy(): void;
  save(): void;
}

const far = 64;
const all = 1e9;
const larger = (scale: number): number => nextScale(scale, true);
const smaller = (scale: number): number => nextScale(scale, false);

const plain: Readonly<Record<string, (commands: Commands) => void>> = {
  ArrowLeft: ({ walk }) => walk(-1),
  ArrowRight: ({ walk }) => walk(1),
  Home: ({ walk }) => walk(-all),
  End: ({ walk }) => walk(all),
  ArrowUp: ({ change }) => change(1),
  ArrowDown: ({ change }) => change(-1),
  "+": ({ zoom }) => zoom(larger),
  "=": ({ zoom }) => zoom(larger),
  "-": ({ zoom }) => zoom(smaller),
  "0": ({ fit }) => fit(),
  "1": ({ zoom }) => zoom(() => 1),
  g: ({ grid }) => grid(),
  p: ({ bare }) => bare(),
  "[": ({ edge }) => edge(-edgeStep),
  "]": ({ edge }) => edge(edgeStep),
  " ": ({ hold }) => hold(),
};

const shifted: Readonly<Record<string, (commands: Commands) => void>> = {
  ArrowLeft: ({ pan }) => pan(far, 0),
  ArrowRight: ({ pan }) => pan(-far, 0),
  ArrowUp: ({ pan }) => pan(0, far),
  ArrowDown: ({ pan }) => pan(0, -far),
  "+": ({ zoom }) => zoom(larger),
};

const withMod: Readonly<Record<string, (commands: Commands) => void>> = {
  c: ({ copy }) => copy(),
  s: ({ save }) => save(),
};

/** What each key does here. Of the editor's own keys only undo and redo reach it. */
export function keysIn(event: KeyboardEvent, commands: Commands): void {
  const { key, shiftKey, target } = event;
  const mod = event.ctrlKey || event.metaKey;
  if (mod && /^[zy]$/i.test(key)) return;
  event.stopPropagation();
  if (target instanceof HTMLButtonElement && (key === " " || key === "Enter")) return;
  const keys = mod ? withMod : shiftKey ? shifted : plain;
  const act = keys[key.length === 1 ? key.toLowerCase() : key];
  if (!act) return;
  event.preventDefault();
  act(commands);
}
