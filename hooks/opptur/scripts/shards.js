// The index as it lies on the server: what has been fetched can be asked for, what has not is noted as wanted.
// hooks/opptur/search/pack.py says how it is packed.

import { Analyzer } from "./analysis.js";

const text = new TextDecoder();

export class Index {
  /** `read(name, form)` fetches a file of the index; form is "json", "text" or "bytes". */
  constructor(root, read) {
    this.root = root;
    this.read = read;
    this.shards = new Map();
    this.spelled = null;
    this.wanted = new Set();
    this.documents = new Map();
    this.analyzers = new Map(Object.entries(root.languages).map(([lang, table]) => [lang, new Analyzer(table)]));
  }

  static async open(read) {
    return new Index(await read("root.json", "json"), read);
  }

  /** An entry; undefined when there is none, or none yet. */
  entry(key) {
    return this.#shard(this.#place(key))?.get(key);
  }

  /** At most so many keys that begin so, in order; keys of two words aside. */
  starting(prefix, most) {
    const found = [];
    for (let number = this.#place(prefix); number < this.root.shards.length && found.length < most; number += 1) {
      if (this.root.shards[number] > prefix && !this.root.shards[number].startsWith(prefix)) break;
      const shard = this.#shard(number);
      if (!shard) break;
      for (const key of shard.keys()) if (key.startsWith(prefix) && !key.includes(" ") && found.length < most) found.push(key);
    }
    return found;
  }

  /** The words that a misspelt one is compared with; none when they are not there yet. */
  get spellings() {
    if (!this.spelled) this.wanted.add("spellings");
    return this.spelled ?? [];
  }

  /** Fetch what was asked for and not there. Whether there was anything. */
  async fetchWanted() {
    const wanted = [...this.wanted];
    this.wanted.clear();
    await Promise.all(wanted.map((one) => (one === "spellings" ? this.#fetchSpellings() : this.#fetchShard(one))));
    return wanted.length > 0;
  }

  /** A document as a result names it. */
  async head(number) {
    const block = await this.#once(`h/${Math.floor(number / this.root.heads)}.json`);
    return block[number % this.root.heads];
  }

  /** The lines of a document: {field, text, anchor}. */
  async lines(number) {
    const found = await this.#once(`d/${number}.json`);
    return found.map(([field, line, anchor]) => ({ field: this.root.fields[field], text: line, anchor }));
  }

  #once(name) {
    if (!this.documents.has(name)) {
      const fetched = this.read(name, "json");
      fetched.catch(() => this.documents.delete(name));
      this.documents.set(name, fetched);
    }
    return this.documents.get(name);
  }

  #place(key) {
    let low = 0;
    for (let high = this.root.shards.length - 1; low < high; ) {
      const middle = (low + high + 1) >> 1;
      if (this.root.shards[middle] <= key) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #shard(number) {
    if (!this.shards.has(number)) this.wanted.add(number);
    return this.shards.get(number);
  }

  async #fetchShard(number) {
    this.shards.set(number, unpacked(await this.read(`t/${number}.bin`, "bytes")));
  }

  async #fetchSpellings() {
    this.spelled = (await this.read("spellings.txt", "text")).split("\n");
  }
}

/** A shard's entries by key. Postings are taken apart when they are first asked for. */
function unpacked(bytes) {
  const entries = new Map();
  let at = 0;
  let before = new Uint8Array();
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  };
  const posting = (last) => {
    const doc = last + 1 + number();
    const impact = bytes[at++];
    let line = -1;
    const refs = Array.from({ length: number() }, () => {
      line += 1 + number();
      const packed = bytes[at++];
      return { line, field: packed >> 3, length: (packed & 7) + 1 };
    });
    return { doc, impact, refs };
  };
  while (at < bytes.length) {
    const [shared, further] = [bytes[at++], bytes[at++]];
    const key = new Uint8Array([...before.subarray(0, shared), ...bytes.subarray(at, (at += further))]);
    before = key;
    const mass = number();
    const length = number();
    const [bases, groups, members] = length ? text.decode(bytes.subarray(at, (at += length))).split("|").map((names) => names.split(";").filter(Boolean)) : [[], [], []];
    let last = -1;
    const postings = Array.from({ length: number() }, () => {
      const one = posting(last);
      last = one.doc;
      return one;
    });
    entries.set(text.decode(key), { mass, bases, groups, members, postings });
  }
  return entries;
}
