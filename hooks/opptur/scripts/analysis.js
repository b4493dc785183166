// Words made alike, as hooks/opptur/search/analysis.py does it, from the same table. A test compares the two.

const LONGEST = 40;
const WORD = /[0-9a-zà-öø-ÿ]+(?:['’&][0-9a-zà-öø-ÿ]+)*/g;

/** The words of a text in lower case. */
export function tokens(text) {
  return [...text.normalize("NFC").toLowerCase().matchAll(WORD)].map(([word]) => lowered(word));
}

/** The words of a text as they stand, each with its place: [word in lower case, from, to]. */
export function places(text) {
  return [...text.matchAll(new RegExp(WORD, "gi"))].map((found) => [lowered(found[0]), found.index, found.index + found[0].length]);
}

function lowered(word) {
  return word.toLowerCase().replaceAll("’", "'").slice(0, LONGEST);
}

/** What one language does to a word; `table` comes with the index. */
export class Analyzer {
  constructor(table) {
    this.table = table;
    this.stop = new Set(table.stop);
    this.folds = new Map(table.folds);
    this.heads = new Set(table.heads.map((head) => this.fold(head)));
    this.known = new Map();
  }

  spelled(word) {
    for (const [before, after] of this.table.letters) word = word.replaceAll(before, after);
    return word;
  }

  stem(word) {
    const region = regionOf(word, this.table.vowels);
    for (const step of this.table.steps) {
      const least = Math.max(step.keep, region);
      const fits = ([before, after]) => word.endsWith(before) && word.length - before.length + after.length >= least;
      const found = step.endings.find(fits);
      if (found) word = word.slice(0, word.length - found[0].length) + found[1];
    }
    return word;
  }

  fold(word) {
    const plain = [...word].map((letter) => this.folds.get(letter) ?? letter).join("");
    return plain.length > 4 && plain.at(-1) === plain.at(-2) ? plain.slice(0, -1) : plain;
  }

  key(word) {
    if (!this.known.has(word)) this.known.set(word, this.fold(this.stem(word)));
    return this.known.get(word);
  }
}

function regionOf(word, vowels) {
  let at = 0;
  while (at < word.length && !vowels.includes(word[at])) at += 1;
  while (at < word.length && vowels.includes(word[at])) at += 1;
  return Math.min(at + 1, word.length);
}
