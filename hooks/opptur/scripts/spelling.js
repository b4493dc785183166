// Typing errors, as hooks/opptur/search/spelling.py counts them. A test compares the two.

const LONG = 8;
const SHORT = 4;
const LONGEST_ENDING = 4;
const UNCUT = 0.5;
const known = new Map();

/** Letters to add, drop, change or swap with their neighbour; `most` + 1 when there are more than `most`. */
export function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = [];
  let above = Array.from({ length: other.length + 1 }, (_, number) => number);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      let steps = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (one[i - 1] !== other[j - 1] ? 1 : 0));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) steps = Math.min(steps, before[j - 2] + 1);
      row.push(steps);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, above] = [above, row];
  }
  return above.at(-1);
}

function letters(word) {
  if (!known.has(word)) known.set(word, [...word].reduce((bits, letter) => bits | (1 << (letter.codePointAt(0) & 31)), 0));
  return known.get(word);
}

function bitsIn(number) {
  let count = 0;
  for (let left = number; left; left &= left - 1) count += 1;
  return count;
}

export function isNear(one, other, most) {
  return bitsIn(letters(one) ^ letters(other)) <= 2 * most ? distance(one, other, most) : most + 1;
}

/** At most four keys with the fewest errors, and how many; of these, those that begin alike, and then those that come first. */
export function nearest(key, typed, spellings) {
  const found = [];
  for (const other of typed.length >= SHORT ? spellings : []) {
    const most = Math.max(other.length, typed.length) >= LONG ? 2 : 1;
    let errors = Math.abs(other.length - key.length) <= most ? isNear(other, key, most) : most + 1;
    for (let length = other.length - 1; errors && length <= other.length + 1; length += 1) {
      const ending = typed.length - length;
      if (ending > 0 && ending <= LONGEST_ENDING) errors = Math.min(errors, isNear(other, typed.slice(0, length), most) + UNCUT);
    }
    if (errors <= most + UNCUT) found.push([other, errors]);
  }
  const rank = ([other, errors]) => 4 * errors + (other[0] === key[0] ? 0 : 1);
  return found.sort((one, other) => rank(one) - rank(other)).slice(0, 4);
}
