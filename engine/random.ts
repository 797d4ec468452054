/**
 * All randomness of the project: counter-based, so that a value is a pure function of where it stands.
 *
 * The generator is Philox4x32-10 (Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", 2011).
 * Word i of a sample is word `i mod 4` of the block
 *
 *     philox4x32([floor(i / 4), sample low, sample high, fnv1a(name)], [seed low, seed high])
 *
 * where low and high are `n mod 2^32` and `floor(n / 2^32)`, and `fnv1a` is the 32-bit FNV-1a hash of the name in UTF-8.
 * Value i therefore depends on seed, stream name, sample and i only: never on how many values were asked for, nor on how
 * a batch was cut into chunks.
 */

const TWO_32 = 2 ** 32;
const MULTIPLIER_0 = 0xd2511f53;
const MULTIPLIER_1 = 0xcd9e8d57;
const WEYL_0 = 0x9e3779b9;
const WEYL_1 = 0xbb67ae85;
const ROUNDS = 10;

type Words4 = [number, number, number, number];
type Block = (index: number) => Words4;

/** High 32 bits of the product of two uint32s, from 16-bit halves. */
function multiplyHigh(a: number, b: number): number {
  const a0 = a & 0xffff;
  const a1 = a >>> 16;
  const b0 = b & 0xffff;
  const b1 = b >>> 16;
  const middle = a1 * b0 + ((a0 * b0) >>> 16);
  const carry = (middle & 0xffff) + a0 * b1;
  return (a1 * b1 + Math.floor(middle / 0x10000) + Math.floor(carry / 0x10000)) >>> 0;
}

/** One block of Philox4x32 with ten rounds: four uint32 words for a counter of four and a key of two. */
export function philox4x32(
  counter: readonly [number, number, number, number],
  key: readonly [number, number],
): [number, number, number, number] {
  let [x0, x1, x2, x3] = counter;
  let [k0, k1] = key;
  for (let round = 0; round < ROUNDS; round++) {
    const high0 = multiplyHigh(MULTIPLIER_0, x0);
    const high1 = multiplyHigh(MULTIPLIER_1, x2);
    const low0 = Math.imul(MULTIPLIER_0, x0) >>> 0;
    const low1 = Math.imul(MULTIPLIER_1, x2) >>> 0;
    x0 = (high1 ^ x1 ^ k0) >>> 0;
    x1 = low1;
    x2 = (high0 ^ x3 ^ k1) >>> 0;
    x3 = low0;
    k0 = (k0 + WEYL_0) >>> 0;
    k1 = (k1 + WEYL_1) >>> 0;
  }
  return [x0, x1, x2, x3];
}

function utf8(code: number): number[] {
  const tail = (shift: number) => 0x80 | ((code >>> shift) & 0x3f);
  if (code < 0x80) return [code];
  if (code < 0x800) return [0xc0 | (code >>> 6), tail(0)];
  if (code < 0x10000) return [0xe0 | (code >>> 12), tail(6), tail(0)];
  return [0xf0 | (code >>> 18), tail(12), tail(6), tail(0)];
}

/** 32-bit FNV-1a of a text in UTF-8. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text)
    for (const byte of utf8(character.codePointAt(0) ?? 0)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}

function wholeNumber(what: string, value: number): number {
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw new RangeError(`random: ${what} must be an integer from 0 to 2^53 - 1, got ${value}`);
}

/** The blocks of one sample of one stream. */
function blocksOf(seed: number, name: string, sample: number): Block {
  wholeNumber("seed", seed);
  wholeNumber("sample", sample);
  const key = [seed % TWO_32, Math.floor(seed / TWO_32)] as const;
  const low = sample % TWO_32;
  const high = Math.floor(sample / TWO_32);
  const hash = fnv1a(name);
  return (index) => philox4x32([index, low, high, hash], key);
}

/** A uint32 to the open interval (0, 1) by its upper 23 bits: odd multiples of 2^-24, exact in float32. */
function toUniform(word: number): number {
  return ((word >>> 9) + 0.5) / 2 ** 23;
}

/** The first `count` uniforms of a sample, in the open interval (0, 1): word i by `((word >>> 9) + 0.5) / 2^23`. */
export function uniforms(seed: number, stream: string, sample: number, count: number): Float32Array {
  const block = blocksOf(seed, stream, sample);
  const values = new Float32Array(wholeNumber("count", count));
  for (let i = 0; i < count; i += 4) {
    const words = block(i / 4);
    for (let j = 0; j < 4; j++) values[i + j] = toUniform(words[j as 0 | 1 | 2 | 3]);
  }
  return values;
}

/**
 * The first `count` standard normals of a sample. Values 2j and 2j + 1 come from words a = 2j and b = 2j + 1 by Box-Muller
 * in float64, with u = (a + 1/2) / 2^32 and v = (b + 1/2) / 2^32: sqrt(-2 ln u) cos(2 pi v) and sqrt(-2 ln u) sin(2 pi v),
 * rounded to float32.
 */
export function normals(seed: number, stream: string, sample: number, count: number): Float32Array {
  const block = blocksOf(seed, stream, sample);
  const values = new Float32Array(wholeNumber("count", count));
  const put = (at: number, a: number, b: number) => {
    const radius = Math.sqrt(-2 * Math.log((a + 0.5) / TWO_32));
    const angle = (2 * Math.PI * (b + 0.5)) / TWO_32;
    values[at] = radius * Math.cos(angle);
    values[at + 1] = radius * Math.sin(angle);
  };
  for (let i = 0; i < count; i += 4) {
    const words = block(i / 4);
    put(i, words[0], words[1]);
    put(i + 2, words[2], words[3]);
  }
  return values;
}

/** The uniforms of a sample one after another, as many as are called for: call i gives `uniforms(...)[i]`. */
export function stream(seed: number, name: string, sample: number): () => number {
  const block = blocksOf(seed, name, sample);
  let words: Words4 = [0, 0, 0, 0];
  let next = 0;
  return () => {
    if (next % 4 === 0) words = block(next / 4);
    return toUniform(words[(next++ % 4) as 0 | 1 | 2 | 3]);
  };
}
