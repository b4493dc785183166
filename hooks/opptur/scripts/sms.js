// How many parts a text message is sent in. GSM 03.38: letters of the basic alphabet take seven bits, those of its
// extension two places; one letter outside both turns the whole message into UCS-2. Parts of a long message lose
// room to their headers.

const BASIC =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
const EXTENDED = "\f^{}\\[~]|€";
const ROOM = { "GSM-7": [160, 153], "UCS-2": [70, 67] };

/** Encoding, places used, parts, places left in the last part, and the letters that forced the wider encoding. */
export function segments(text) {
  const letters = [...text];
  const outside = [...new Set(letters.filter((letter) => !BASIC.includes(letter) && !EXTENDED.includes(letter)))];
  const encoding = outside.length ? "UCS-2" : "GSM-7";
  const widths = letters.map((letter) => (outside.length ? letter.length : 1 + EXTENDED.includes(letter)));
  const units = widths.reduce((sum, width) => sum + width, 0);
  const [alone, joined] = ROOM[encoding];
  if (units <= alone) return { encoding, units, parts: units ? 1 : 0, left: alone - units, outside };
  const [parts, used] = packed(widths, joined);
  return { encoding, units, parts, left: joined - used, outside };
}

/** Letters of two places are never cut in two: a part may be left one place short. */
function packed(widths, room) {
  let [parts, used] = [1, 0];
  for (const width of widths) {
    if (used + width > room) [parts, used] = [parts + 1, 0];
    used += width;
  }
  return [parts, used];
}
