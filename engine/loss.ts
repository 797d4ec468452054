/** The loss of a worker, which every call to it may have to hear of. */
export interface Loss {
  /** Rejects what waits, and what will. Only the first reason counts. */
  lose(reason: unknown): void;
  /**
   * The answer, or the reason of a loss that comes before it. A `Promise.race` with one promise would do the same, and hold each
   * answer for as long as the worker lives.
   */
  unlessLost<T>(answer: Promise<T>): Promise<T>;
}

export function createLoss(): Loss {
  const waiting = new Set<(reason: unknown) => void>();
  let lost: { readonly reason: unknown } | null = null;
  return {
    lose(reason) {
      lost ??= { reason };
      for (const reject of waiting) reject(lost.reason);
      waiting.clear();
    },
    unlessLost: (answer) =>
      new Promise((resolve, reject) => {
        if (lost) reject(lost.reason);
        else waiting.add(reject);
        answer.then(resolve, reject).finally(() => waiting.delete(reject));
      }),
  };
}
