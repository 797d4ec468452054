import type { Figure } from "./figure.ts";

export async function benchPage(): Promise<Figure[]> {
  return [];
}
