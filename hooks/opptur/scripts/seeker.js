// Answers queries, in a worker where there is one. A message is {base, root, query, turn, count}.
//
// The first answer is {query, turn, answer}: the results as they are named. Their lines come with it when they are there in time;
// if not, they follow as {query, turn, lines}.

import { explain } from "./explain.js";
import { Search, search } from "./query.js";
import { Index } from "./shards.js";

const opened = new Map();
const CHAPTERS = 3;
const BEGINNING = 3;
const WAIT = 15; // milliseconds; a summary that is replaced at once would flicker

/** What a query finds: the plays and chapters as they are named, how many plays there are, whether these are only the nearest, and their lines on the way. */
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
  const lines = Promise.all(shown.map((hit) => matched(index, asked, hit)));
  lines.catch(() => {}); // the results are shown without them
  const results = await Promise.all(shown.map((hit) => named(index, asked, hit)));
  return { answer: { nearest, plays: plays.length, results }, lines };
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

async function named(index, asked, hit) {
  const head = await index.head(hit.doc);
  return { ...head, name: head.title, title: explain(asked, head.title).parts };
}

async function matched(index, asked, hit) {
  if (!hit.lines.length) return [];
  const lines = await index.lines(hit.doc);
  return hit.lines.map((number) => ({ ...lines[number], ...explain(asked, lines[number].text) }));
}

function later(milliseconds) {
  return new Promise((then) => setTimeout(then, milliseconds));
}

if (typeof WorkerGlobalScope !== "undefined") {
  addEventListener("message", async ({ data }) => {
    const { query, turn } = data;
    try {
      const { answer: made, lines } = await answer(data);
      const inTime = await Promise.race([lines.catch(() => null), later(WAIT)]);
      postMessage({ query, turn, answer: made, lines: inTime ?? null });
      if (!inTime) postMessage({ query, turn, lines: await lines.catch(() => []) });
    } catch (trouble) {
      postMessage({ query, turn, trouble: String(trouble) });
    }
  });
}
