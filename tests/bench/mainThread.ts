import type { Browser, Page } from "playwright-core";

/** One task of the page's main thread: in microseconds, when it began, as long as it took and as long as it computed. */
export interface Task {
  readonly name: string;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
}

interface TraceEvent extends Task {
  readonly pid: number;
  readonly tid: number;
  readonly args?: { readonly name?: string };
}

/** All tasks of the main thread while something happens on the page. */
export async function mainThreadTasks(
  browser: Browser,
  page: Page,
  happen: () => Promise<void>,
): Promise<Task[]> {
  await browser.startTracing(page, { categories: ["disabled-by-default-devtools.timeline", "__metadata"] });
  await happen();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString("utf8")) as {
    traceEvents: TraceEvent[];
  };
  const mains = traceEvents.filter(
    ({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain",
  );
  const isMain = ({ pid, tid }: TraceEvent) => mains.some((main) => main.pid === pid && main.tid === tid);
  const tasks = traceEvents.filter((event) => event.name === "RunTask" && isMain(event));
  if (tasks.length === 0) throw new Error("the trace holds no task of the main thread");
  return tasks;
}
