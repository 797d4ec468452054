import { app } from "./app.ts";

/** Calm after a run before anything is fetched for later, in ms. */
const calm = 3000;
/** While nothing is served, it is tried again this often, in ms. */
const retries = 10_000;

/** Says when the connection is gone, and has the site kept for then, once the first graph is done. */
export function keepOffline(): void {
  const tell = (offline: boolean) => app.surroundings.setState({ offline });
  tell(!navigator.onLine);
  addEventListener("online", () => tell(false));
  addEventListener("offline", () => tell(true));
  if (!import.meta.env.PROD || !navigator.serviceWorker) return;
  navigator.serviceWorker.addEventListener("message", ({ data }) => {
    if (typeof data?.offline === "boolean") tell(data.offline || !navigator.onLine);
  });
  setInterval(() => {
    if (app.surroundings.getState().offline && navigator.onLine)
      void fetch(`${import.meta.env.BASE_URL}samples/index.json`).catch(() => null);
  }, retries);
  whenCalm(() => void register().catch(() => null));
}

function whenCalm(act: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    clearTimeout(timer);
    const { status, running } = app.runs.job.getState();
    if (status === null || running) return;
    timer = setTimeout(() => {
      stop();
      act();
    }, calm);
  };
  const stop = app.runs.job.subscribe(wait);
  wait();
}

async function register(): Promise<void> {
  const { serviceWorker } = navigator;
  await serviceWorker.register(`${import.meta.env.BASE_URL}sw.js`, { updateViaCache: "none" });
  const { active } = await serviceWorker.ready;
  active?.postMessage({ runtime: runtimeBuild() });
}

/** The build of ONNX Runtime that the page runs on, as the worker's platform chooses it. */
function runtimeBuild(): string {
  if (app.runs.job.getState().status?.backend !== "webgpu") return "threaded";
  return "Suspending" in WebAssembly ? "threaded.jspi" : "threaded.asyncify";
}
