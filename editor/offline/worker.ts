/**
 * The service worker. What is served is asked for first, so that a new build, or another site at this address, shows at
 * once; what is kept answers where nothing is served. Files whose address names their content are never asked for twice.
 */

/** Laid before this text by the build: what the site holds, address to integrity, and a name for all of it. */
declare const site: { readonly build: string; readonly files: Readonly<Record<string, string>> };

const worker = self as unknown as ServiceWorkerGlobalScope;
const prefix = "ganglion-";
const own = prefix + site.build;
/** A page is asked for this long before the kept one shows, in ms. */
const patience = 5000;

/** Needed to open at all; models and ONNX Runtime, most of the weight, come when the page asks for them. */
const isShell = (address: string) => !/^ort\/|\.onnx$/.test(address);
const isLasting = (address: string) => /^(assets|ort)\//.test(address);
const addressOf = (url: string) =>
  url.startsWith(worker.registration.scope)
    ? new URL(url).href.slice(worker.registration.scope.length).replace(/[?#].*$/, "") || "index.html"
    : null;
const urlOf = (address: string) =>
  new URL(address === "index.html" ? "./" : address, worker.registration.scope).href;

/** Keeps these files of this very build, one after the other; what is served in another state is refused. */
async function keep(addresses: readonly string[]): Promise<void> {
  const cache = await caches.open(own);
  for (const address of addresses) {
    const url = urlOf(address);
    const integrity = site.files[address];
    if (integrity === undefined || (await cache.match(url))) continue;
    const answer = await fetch(url, { integrity, cache: isLasting(address) ? "default" : "no-cache" });
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    await cache.put(url, answer);
  }
}

/** Of the build before only what its pages may still load stays; older ones go. */
async function forget(): Promise<void> {
  const others = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== own);
  const before = others.pop();
  await Promise.all(others.map((name) => caches.delete(name)));
  if (before === undefined) return;
  const cache = await caches.open(before);
  const entries = await cache.keys();
  const spare = entries.filter(({ url }) => !addressOf(url)?.startsWith("assets/"));
  await Promise.all(spare.map((request) => cache.delete(request)));
}

async function tell(offline: boolean): Promise<void> {
  for (const page of await worker.clients.matchAll({ type: "window" })) page.postMessage({ offline });
}

async function servedFirst(event: FetchEvent): Promise<Response> {
  const { request } = event;
  try {
    const asked = fetch(request);
    const answer = await (request.mode === "navigate" ? Promise.race([asked, tooLate()]) : asked);
    event.waitUntil(tell(false));
    return answer;
  } catch (error) {
    const cache = await caches.open(own);
    const key = request.mode === "navigate" ? urlOf("index.html") : request;
    const kept = await cache.match(key, { ignoreSearch: true, ignoreVary: true });
    if (!kept || request.signal.aborted) throw error;
    event.waitUntil(tell(true));
    return kept;
  }
}

const tooLate = () =>
  new Promise<never>((_, reject) => setTimeout(() => reject(new Error("the server is silent")), patience));

async function keptFirst(event: FetchEvent, address: string): Promise<Response> {
  const kept = await caches.match(urlOf(address), { ignoreVary: true });
  if (kept) return kept;
  const answer = await fetch(event.request);
  if (answer.ok && address in site.files) {
    const copy = answer.clone();
    event.waitUntil(caches.open(own).then((cache) => cache.put(urlOf(address), copy)));
  }
  return answer;
}

worker.addEventListener("install", (event) => {
  void worker.skipWaiting();
  event.waitUntil(keep(Object.keys(site.files).filter(isShell)));
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(Promise.all([worker.clients.claim(), forget()]));
});

/** The page names the build of ONNX Runtime that it runs on; all models come along. */
worker.addEventListener("message", (event) => {
  const { runtime } = event.data as { runtime: string };
  const wanted = [".onnx", `${runtime}.mjs`, `${runtime}.wasm`];
  const named = Object.keys(site.files).filter((address) => wanted.some((end) => address.endsWith(end)));
  event.waitUntil(keep(named));
});

worker.addEventListener("fetch", (event) => {
  const address = addressOf(event.request.url);
  if (address === null || event.request.method !== "GET" || event.request.headers.has("range")) return;
  event.respondWith(isLasting(address) ? keptFirst(event, address) : servedFirst(event));
});
