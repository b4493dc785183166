// Why a line matched: which of its words are marked, and for which word of the query when that is not plain.
// hooks/opptur/search/explain.py does the same.

import { places } from "./analysis.js";

const SAME_BEGINNING = 4;
const WITHIN = 4;

/** {parts: [[text, marked], …], why: [[word of the query, word of the line], …]} */
export function explain(search, text) {
  const parts = [];
  const why = new Map();
  let at = 0;
  for (const [word, from, to] of places(text)) {
    const meant = !search.own.stop.has(word) && meaning(search, word);
    if (!meant) continue;
    if (from > at) parts.push([text.slice(at, from), false]);
    parts.push([text.slice(from, to), true]);
    at = to;
    if (!isPlain(search, meant, word)) why.set(meant, text.slice(from, to));
  }
  if (at < text.length) parts.push([text.slice(at), false]);
  return { parts, why: [...why] };
}

/** The word of the query that a word of a line stands for; the surest one. */
function meaning(search, word) {
  const own = search.own.key(word);
  let best = 0;
  let meant = "";
  for (const { matches, covers } of search.units) {
    for (const [key, weight] of matches) {
      if (weight > best && isSame(search, key, own)) [best, meant] = [weight, covers.map((place) => search.words[place]).join(" ")];
    }
  }
  return meant;
}

function isSame(search, key, own) {
  if (key.startsWith("=")) return search.index.entry(key).members.includes(own);
  if (key.endsWith("*")) return own.startsWith(key.slice(0, -1));
  return key === own || (key.length >= WITHIN && (own.startsWith(key) || own.endsWith(key)));
}

/** Whether everyone sees that the two are the same word. */
function isPlain(search, meant, word) {
  const [one, other] = [meant, word].map((text) => search.own.fold(text));
  const shared = Math.min(SAME_BEGINNING, one.length, other.length);
  return one.slice(0, shared) === other.slice(0, shared) || one.includes(other) || other.includes(one);
}
