/**
 * The one lock round every call into onnxruntime (SPEC R17). Overlapping runs of one session freeze a worker for good;
 * on two sessions they corrupt the memory of the asyncify build (measured, onnxruntime-web 1.30).
 */
let last: Promise<unknown> = Promise.resolve();

/** Runs `task` after all tasks that came before, whether those succeeded or not. Tasks must not lock inside. */
export function locked<T>(task: () => Promise<T>): Promise<T> {
  const result = last.then(task);
  last = result.catch(() => undefined);
  return result;
}
