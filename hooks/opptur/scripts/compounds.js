// Compounds taken apart, as hooks/opptur/search/compounds.py does it. A test compares the two.

import { isNear } from "./spelling.js";

const SHORTEST_FIRST = 3;
const SHORTEST_LAST = 4;
const LONG_ENOUGH = 7;

export class Splitter {
  /** `known` says whether a key is a word of the index. */
  constructor(analyzer, known) {
    this.analyzer = analyzer;
    this.known = known;
  }

  /** The keys of the two parts, or nothing: the split with the longest parts. */
  split(key) {
    let best = 0;
    let found = [];
    for (let at = SHORTEST_FIRST; at <= key.length - SHORTEST_LAST; at += 1) {
      const first = this.first(key.slice(0, at));
      if (!first) continue;
      const last = key.slice(at);
      const sure = Math.min(at, LONG_ENOUGH) * Math.min(last.length, LONG_ENOUGH);
      if (sure > best && this.known(last)) [best, found] = [sure, [first, last]];
    }
    return found;
  }

  /** The key of what stands first, with or without the letter that links it; empty when it is no word. */
  first(text) {
    const { links } = this.analyzer.table;
    for (const cut of [text, ...links.filter((link) => text.endsWith(link)).map(() => text.slice(0, -1))]) {
      const key = this.analyzer.key(cut);
      if (cut.length >= SHORTEST_FIRST && key.length >= SHORTEST_FIRST && !this.analyzer.heads.has(cut) && this.known(key)) return key;
    }
    return "";
  }

  /** The parts of a compound whose last part has one typing error, or nothing. */
  mended(key, spellings) {
    for (let at = key.length - SHORTEST_LAST; at >= SHORTEST_FIRST; at -= 1) {
      const first = this.first(key.slice(0, at));
      const other = first && spellings.find((one) => isNear(one, key.slice(at), 1) === 1);
      if (other) return [first, other];
    }
    return [];
  }
}
