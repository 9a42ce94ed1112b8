// The library's service worker. It keeps a copy of the whole site, made in one piece: every file's hash is checked, and a
// file that has not changed is taken from the copy before. Pages come from the network where it answers, else from the copy.
// Sheets are kept apart from that copy: the newest of those a reader opened, and those they asked to be kept.
const VERSION = "%VERSION%";
const FILES = "%FILES%"; // [address below the site, the start of its SHA-256 in hexadecimal]
const SITE = new URL("./", self.location);
const OURS = `library ${SITE.pathname} `;
const COPY = OURS + VERSION;
const SHEETS = `${SITE.href}handouts/`;
const OPENED = `sheets ${SITE.pathname} opened`;
const ASKED = `sheets ${SITE.pathname} asked`;
const MOST_OPENED = 60;
const PATIENCE = 3000; // milliseconds before the copy answers in the network's place
const AT_ONCE = 6;

self.addEventListener("install", (event) => event.waitUntil(keepAll()));
self.addEventListener("activate", (event) => event.waitUntil(forgetOthers()));
self.addEventListener("message", (event) => event.waitUntil(reply(event)));
self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || !url.href.startsWith(SITE.href)) return;
  if (url.href.startsWith(SHEETS)) return event.respondWith(sheet(event));
  event.respondWith(
    url.pathname.startsWith(`${SITE.pathname}assets/`) ? copyFirst(event.request) : networkFirst(event.request),
  );
});

async function keepAll() {
  const copy = await caches.open(COPY);
  const before = await Promise.all(
    (await ourCopies()).filter((name) => name !== COPY).map((name) => caches.open(name)),
  );
  const queue = [...FILES];
  const worker = async () => {
    for (let file = queue.pop(); file; file = queue.pop()) await keep(copy, before, ...file);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

async function keep(copy, before, address, digest) {
  const url = new URL(address, SITE).href;
  if (isOf(await copy.match(url), digest)) return;
  for (const old of before) {
    const kept = await old.match(url);
    if (isOf(kept, digest)) return copy.put(url, kept);
  }
  const answer = await fetch(url, { cache: "no-cache", credentials: "same-origin" });
  const content = await answer.arrayBuffer();
  const bytes = [...new Uint8Array(await crypto.subtle.digest("SHA-256", content))].map((byte) =>
    byte.toString(16).padStart(2, "0"),
  );
  if (!bytes.join("").startsWith(digest)) throw new Error(`${url} is not the file this copy is made of`);
  const type = answer.headers.get("Content-Type");
  const security = answer.headers.get("Content-Security-Policy");
  const headers = {
    "Content-Type": type,
    "X-Digest": digest,
    ...(security && { "Content-Security-Policy": security }),
  };
  return copy.put(url, new Response(content, { headers }));
}

const isOf = (kept, digest) => kept?.headers.get("X-Digest") === digest;
const ourCopies = async () => (await caches.keys()).filter((name) => name.startsWith(OURS));

async function forgetOthers() {
  for (const name of await ourCopies()) if (name !== COPY) await caches.delete(name);
  await self.clients.claim();
  lookOver(); // not waited for: no page is held up by it
}

async function copyFirst(request) {
  return (await kept(request)) ?? fetch(request);
}

async function networkFirst(request) {
  const copy = await kept(request);
  try {
    const answer = await (copy ? atOnce(request) : fetch(request)); // what is not kept, a sheet say, is worth a wait
    if (answer.status < 500 || !copy) return answer;
  } catch {
    // No network, or a slow one: the copy answers.
  }
  return copy ?? (request.mode === "navigate" ? instead("404.html", 404) : Response.error());
}

/** Fetch, where the network starts to answer in time. Not by AbortSignal.timeout, which phones of 2022 do not have. */
async function atOnce(request) {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE);
  try {
    return await fetch(request, { signal: patience.signal });
  } finally {
    clearTimeout(timer);
  }
}

/** A file of the copy; what is asked of a page makes no difference to it, and its last slash may be left out. */
async function kept(request) {
  const copy = await caches.open(COPY);
  const url = new URL(request.url);
  url.search = url.hash = "";
  return (await copy.match(url.href)) ?? (url.pathname.endsWith("/") ? undefined : copy.match(`${url.href}/`));
}

/** A page of the copy in place of what is not there. */
async function instead(name, status) {
  const copy = await caches.open(COPY);
  const page = await copy.match(new URL(name, SITE).href);
  return new Response(page.body, { status, headers: page.headers });
}

async function sheet(event) {
  const address = plain(event.request.url);
  const kept = await keptSheet(address);
  try {
    const answer = await (kept ? atOnce(event.request) : fetch(event.request)); // what is not kept is worth a wait
    if (isSheet(answer)) event.waitUntil(keepOpened(address, answer.clone()));
    if (answer.status < 500 || !kept) return answer;
  } catch {
    // No network, or a slow one.
  }
  return kept ?? (event.request.mode === "navigate" ? instead("503.html", 503) : Response.error());
}

/** Whether it is the whole file, and not the page by which a hotel asks for a password. */
const isSheet = (answer) =>
  answer.status === 200 && !answer.redirected && !answer.headers.get("Content-Type")?.startsWith("text/html");

/** An address without what is asked of it, and without a place in it. */
const plain = (address) => address.replace(/[?#].*/, "");

const keptSheet = async (address) =>
  (await (await caches.open(ASKED)).match(address)) ?? (await caches.open(OPENED)).match(address);

/** Keep a sheet that was opened, as the newest; the oldest goes. What a reader asked for is kept afresh. */
async function keepOpened(address, answer) {
  const asked = await caches.open(ASKED);
  if (await asked.match(address)) return asked.put(address, answer);
  const opened = await caches.open(OPENED);
  await opened.delete(address);
  await opened.put(address, answer);
  for (const { url } of (await opened.keys()).slice(0, -MOST_OPENED)) await opened.delete(url);
}

/**
 * What a page asks about sheets: "keep" some, "let-go" of them, or only which are "kept"; without files, of all.
 * Answered by the addresses of those that a reader asked to be kept, and of those opened.
 */
async function reply({ data, ports }) {
  const files = data.files?.map(plain).filter((address) => address.startsWith(SHEETS));
  const asked = await caches.open(ASKED);
  const opened = await caches.open(OPENED);
  if (data.ask === "keep") await Promise.all(files.map((address) => keepAsked(asked, opened, address)));
  if (data.ask === "let-go") {
    await Promise.all(files.flatMap((address) => [asked.delete(address), opened.delete(address)]));
  }
  const among = async (cache) =>
    (await cache.keys()).map(({ url }) => url).filter((url) => !files || files.includes(url));
  ports[0].postMessage({ asked: await among(asked), opened: await among(opened) });
}

async function keepAsked(asked, opened, address) {
  try {
    const answer = await fetch(address, { cache: "no-cache", credentials: "same-origin" });
    if (!isSheet(answer)) return;
    await asked.put(address, answer);
    await opened.delete(address);
  } catch {
    // Not to be had now; the answer tells it apart.
  }
}

/** After a new build: a sheet that is no longer there goes, and one that a reader asked for is fetched as it is now. */
async function lookOver() {
  for (const name of [ASKED, OPENED]) {
    const cache = await caches.open(name);
    for (const { url } of await cache.keys()) await lookAt(cache, url, name === ASKED ? "GET" : "HEAD");
  }
}

async function lookAt(cache, address, method) {
  const answer = await fetch(address, { method, cache: "no-cache", credentials: "same-origin" }).catch(() => {});
  if (answer?.status === 404 || answer?.status === 410) return cache.delete(address);
  if (method === "GET" && answer && isSheet(answer)) return cache.put(address, answer);
}
