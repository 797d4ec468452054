/** Generations that are timed in a process of its own, a few whenever the parent asks for them. */
import process from "node:process";

/** Generations that are timed at a time. */
const some = 8;

export type Part = "discriminator" | "realGradient" | "children" | "read";
/** Milliseconds of each part of a generation. */
export type Spent = Record<Part, number>;
export type Taken = Spent & { readonly ms: number };

export const nothingSpent = (): Spent => ({ discriminator: 0, realGradient: 0, children: 0, read: 0 });

/** Adds to a part how long the work takes. */
export async function timePart<T>(spent: Spent, part: Part | undefined, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const made = await work();
  if (part) spent[part] += performance.now() - start;
  return made;
}

/** Tells the parent that all is ready, and from then on answers each message by some generations; they add up in `spent`. */
export function answer(ready: object, spent: Spent, generation: () => Promise<void>): void {
  process.on("message", async () => {
    const taken: Taken[] = [];
    for (let i = 0; i < some; i++) {
      Object.assign(spent, nothingSpent());
      const start = performance.now();
      await generation();
      taken.push({ ...spent, ms: performance.now() - start });
    }
    process.send?.(taken);
  });
  process.send?.(ready);
}
