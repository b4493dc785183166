// A query against an index, as hooks/opptur/search/query.py does it. A test compares the two.

import { tokens } from "./analysis.js";
import { Splitter } from "./compounds.js";
import { nearest } from "./spelling.js";

const LONGEST_QUERY = 300;
const MOST_WORDS = 24;
const MOST_COMPLETIONS = 24;
const MOST_SCANNED = 60;
const CUTS = 3;
const COUNTED_LINES = 5;
const MOST_LINES = 3;
const MOST_HITS = 24;
const SHOWN_ANYWAY = 3;
const SHORT_PART = 3;
const WHOLE_WORD = 12;
const BEGINNINGS = 3;
const MOST_ROUNDS = 8;

/** Ask until everything that the query needs has been fetched. */
export async function search(index, text) {
  for (let round = 0; ; round += 1) {
    const found = new Search(index, text);
    const hits = found.hits();
    if (round === MOST_ROUNDS || !(await index.fetchWanted())) return { found, hits };
  }
}

/** One query, taken apart. */
export class Search {
  constructor(index, text) {
    this.index = index;
    this.ranking = index.root.ranking;
    this.own = index.analyzers.get(index.root.lang);
    this.all = [this.own, ...[...index.analyzers.values()].filter((one) => one !== this.own)];
    const words = tokens([...text].slice(0, LONGEST_QUERY).join("")).slice(0, MOST_WORDS);
    const telling = [...words.keys()].filter((number) => !this.all.some((one) => one.stop.has(words[number])));
    this.halfTyped = words.length && !/\s$/.test(text) ? words.length - 1 : -1;
    this.numbers = telling.length ? telling : [...words.keys()];
    this.words = this.numbers.map((number) => words[number]);
    this.splitter = new Splitter(this.own, (key) => this.#isWord(key));
    this.units = [...this.#single(), ...this.#pairs()];
  }

  #isWord(key) {
    return Boolean(this.index.entry(key)?.postings.length);
  }

  #single() {
    return this.words.map((word, place) => ({ matches: this.#widen(word, this.numbers[place] === this.halfTyped), covers: [place] }));
  }

  #pairs() {
    const units = [];
    for (let place = 0; place + 1 < this.words.length; place += 1) {
      const [first, second] = this.words.slice(place, place + 2);
      const matches = new Map();
      for (const analyzer of this.all) {
        const pair = `${this.#base(analyzer.key(first))} ${this.#base(analyzer.key(second))}`;
        this.#add(matches, pair, this.ranking.exact);
        this.#addGroups(matches, pair, this.ranking.synonym);
      }
      for (const link of ["", ...this.own.table.links]) this.#add(matches, this.own.key(first + link + second), this.ranking.joined);
      if (matches.size) units.push({ matches, covers: [place, place + 1] });
    }
    return units;
  }

  #base(key) {
    return this.index.entry(key)?.bases[0] ?? key;
  }

  #add(matches, key, weight) {
    if (this.#isWord(key) && (matches.get(key) ?? 0) < weight) matches.set(key, weight);
  }

  #addGroups(matches, key, weight) {
    for (const group of this.index.entry(key)?.groups ?? []) this.#add(matches, group, weight);
  }

  #widen(word, halfTyped) {
    const matches = new Map();
    const keys = this.#keys(word);
    for (const [key, sure] of keys) {
      this.#add(matches, key, sure);
      for (const base of this.index.entry(key)?.bases ?? []) this.#add(matches, base, sure * this.ranking.form);
    }
    if (this.index.wanted.size) return matches; // what follows depends on what is still to be fetched
    let known = matches.size > 0;
    for (const [key, sure] of keys) {
      for (const base of new Set([key, this.#base(key)])) this.#addGroups(matches, base, sure * this.ranking.synonym);
    }
    if ((halfTyped && word.length < WHOLE_WORD) || !known) known = this.#complete(matches, this.own.fold(word), halfTyped && !known) || known;
    if (this.index.wanted.size) return matches;
    if (!known && !matches.size) {
      const parts = [...keys.keys()].map((key) => this.splitter.split(key)).find((found) => found.length) ?? [];
      for (const part of parts) this.#add(matches, part, this.ranking.split);
    }
    if (this.index.wanted.size) return matches;
    if (!known && [...matches.keys()].slice(0, 1).every((match) => match.length <= SHORT_PART)) this.#mend(matches, word, [...keys.keys()]);
    return matches;
  }

  #keys(word) {
    const found = new Map();
    for (const analyzer of this.all) {
      const sure = analyzer === this.own ? this.ranking.exact : this.ranking.other_language;
      for (const [spelling, less] of [[word, 1], [analyzer.spelled(word), this.ranking.spelled]]) {
        const key = analyzer.key(spelling);
        if (!found.has(key)) found.set(key, sure * less);
      }
    }
    return found;
  }

  #complete(matches, start, cut) {
    const weight = this.ranking.prefix;
    const before = matches.size;
    if (start.length <= BEGINNINGS) {
      this.#add(matches, `${start}*`, weight);
      return matches.size > before;
    }
    for (let less = 1; cut && less <= CUTS; less += 1) {
      if (start.length - less > BEGINNINGS) this.#add(matches, start.slice(0, -less), weight);
    }
    const begun = this.index.starting(start, MOST_SCANNED).map((key) => [key, this.index.entry(key).mass]);
    begun.sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1));
    for (const [key] of begun.slice(0, MOST_COMPLETIONS)) this.#add(matches, key, weight * Math.max(0.5, start.length / key.length));
    return matches.size > before;
  }

  #mend(matches, word, keys) {
    const typed = this.own.fold(word);
    for (const key of keys) {
      for (const [other, errors] of nearest(key, typed, this.index.spellings)) {
        this.#add(matches, other, errors < 2 ? this.ranking.near : this.ranking.far);
      }
    }
    if (matches.size) return;
    for (const key of keys) {
      for (const part of this.splitter.mended(key, this.index.spellings)) this.#add(matches, part, this.ranking.split * this.ranking.near);
    }
  }

  /** Every document that any word leads to, and that is worth showing, best first: {doc, score, lines}. */
  hits() {
    if (!this.words.length) return [];
    const { docs, lines, sure } = this.#collect();
    const whole = sum(sure) || 1;
    const best = new Map();
    for (const { doc, line, field, length, found } of lines.values()) {
      if (!best.has(doc)) best.set(doc, []);
      best.get(doc).push([this.#lineValue(found, sure, whole, field, length), line]);
    }
    const hits = [...docs].map(([doc, found]) => {
      const covered = sum(sure.filter((_, place) => found[place])) / whole;
      const its = (best.get(doc) ?? []).sort((one, other) => other[0] - one[0] || one[1] - other[1]).slice(0, COUNTED_LINES);
      let score = sum(found) * (1 - this.ranking.query_cover + this.ranking.query_cover * covered);
      score += its.length ? this.ranking.line * its[0][0] : 0;
      score += this.ranking.more_lines * sum(its.slice(1).map(([value]) => value));
      return { doc, score: Math.floor(score * 1e6 + 0.5) / 1e6, lines: its.slice(0, MOST_LINES).map(([, line]) => line) };
    });
    hits.sort((one, other) => other.score - one.score || one.doc - other.doc);
    const least = hits.length ? hits[0].score * this.ranking.relevant : 0;
    return hits.slice(0, MOST_HITS).filter((hit, number) => number < SHOWN_ANYWAY || hit.score >= least);
  }

  #lineValue(found, sure, whole, field, length) {
    const covered = sum(sure.filter((_, place) => found[place])) / whole;
    const filled = Math.min(1, found.filter(Boolean).length / length);
    const kind = this.ranking.lines[this.index.root.fields[field]];
    const exact = filled === 1 && found.every(Boolean) ? this.ranking.whole_line : 1;
    return exact * kind * sum(found) * Math.sqrt(covered) * (1 - this.ranking.line_cover + this.ranking.line_cover * filled);
  }

  #collect() {
    const nothing = () => this.words.map(() => 0);
    const docs = new Map();
    const lines = new Map();
    const sure = nothing();
    for (const { matches, covers } of this.units) {
      const together = covers.length > 1 ? this.ranking.phrase : 1;
      for (const [key, weight] of matches) {
        const value = weight * this.rarity(key) * together;
        if (covers.length === 1) sure[covers[0]] = Math.max(sure[covers[0]], value);
        for (const { doc, impact, refs } of this.index.entry(key).postings) {
          if (!docs.has(doc)) docs.set(doc, nothing());
          raise(docs.get(doc), covers, (value * impact) / 15);
          for (const { line, field, length } of refs) {
            const at = doc * 4096 + line;
            if (!lines.has(at)) lines.set(at, { doc, line, field, length, found: nothing() });
            raise(lines.get(at).found, covers, value);
          }
        }
      }
      if (!matches.size) sure[covers[0]] = this.ranking.half * Math.log(1 + this.index.root.count);
    }
    return { docs, lines, sure };
  }

  rarity(key) {
    return Math.log(1 + (this.index.root.count + 1) / (this.index.entry(key).mass / 16 + this.ranking.half));
  }
}

function raise(values, places, value) {
  for (const place of places) values[place] = Math.max(values[place], value);
}

function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}
