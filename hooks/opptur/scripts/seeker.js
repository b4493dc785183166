// Answers queries, in a worker where there is one. A message is {id, base, root, query, count}; the answer has the same id.

import { explain } from "./explain.js";
import { Search, search } from "./query.js";
import { Index } from "./shards.js";

const opened = new Map();
const CHAPTERS = 3;
const BEGINNING = 3;

/** What a query finds: plays and chapters as they are shown, how many there are, and whether these are only the nearest. */
export async function answer({ base, root, query, count }) {
  try {
    return await found(await index(base, root), query, count);
  } catch (trouble) {
    opened.delete(base); // a new version may be on its way out: next time the index is read anew
    throw trouble;
  }
}

async function found(index, query, count) {
  let { found: asked, hits } = await search(index, query);
  const nearest = !hits.some((hit) => isPlay(index, hit.doc));
  if (nearest) ({ asked, hits } = await further(index, asked, hits));
  const plays = hits.filter((hit) => isPlay(index, hit.doc));
  const chapters = hits.filter((hit) => !isPlay(index, hit.doc));
  const shown = [...plays.slice(0, count), ...chapters.slice(0, CHAPTERS)];
  return { query, nearest, plays: plays.length, chapters: Math.min(CHAPTERS, chapters.length), results: await Promise.all(shown.map((hit) => result(index, asked, hit))) };
}

/** Nothing was found: the plays with words that begin alike, or else those that are always worth a look. */
async function further(index, asked, hits) {
  const begun = asked.words.map((word) => word.slice(0, BEGINNING)).join(" ");
  const { hits: near } = await search(index, begun);
  const plays = near.filter((hit) => isPlay(index, hit.doc));
  const some = plays.length ? plays : index.root.fallback.map((doc) => ({ doc, score: 0, lines: [] }));
  return { asked: new Search(index, ""), hits: [...some, ...hits] };
}

function isPlay(index, doc) {
  return doc < index.root.plays;
}

function index(base, root) {
  const fetched = (name, form) => read(new URL(name, base), form);
  if (!opened.has(base)) opened.set(base, root ? new Index(root, fetched) : Index.open(fetched));
  return opened.get(base);
}

async function read(url, form) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  if (form === "bytes") return new Uint8Array(await response.arrayBuffer());
  return form === "json" ? response.json() : response.text();
}

async function result(index, asked, hit) {
  const { lines, ...shown } = await index.document(hit.doc);
  const matched = hit.lines.map((number) => ({ ...lines[number], ...explain(asked, lines[number].text) }));
  return { ...shown, title: explain(asked, shown.title).parts, name: shown.title, lines: matched };
}

if (typeof WorkerGlobalScope !== "undefined") {
  addEventListener("message", async ({ data }) => {
    try {
      postMessage({ id: data.id, answer: await answer(data) });
    } catch (trouble) {
      postMessage({ id: data.id, trouble: String(trouble) });
    }
  });
}
