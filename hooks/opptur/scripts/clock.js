// Moments, and how people say them. All times are the device's own. A day is a day in the calendar and not 24 hours,
// so that "tomorrow at the same time" is right when the clocks change.

export const MINUTE = 60_000;
const UNITS = { m: 1, h: 60 };
const LOCALES = { nb: "nb-NO", en: "en-GB" };

/** A span such as "15m", "2h" or "1d" from a moment on. */
export function after(start, span) {
  const [, amount, unit] = /^(\d+)([mhd])$/.exec(span);
  if (unit === "d") return at(start, start.getHours(), start.getMinutes(), Number(amount));
  return new Date(start.getTime() + amount * UNITS[unit] * MINUTE);
}

/** The same day, or some days on, at a time of day. */
function at(day, hour, minute, days = 0) {
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + days, hour, minute);
}

/** A deadline as a moment: a span from the start, or the next time the clock shows "15:30". */
export function due(start, deadline) {
  const clock = /^(\d\d):(\d\d)$/.exec(deadline);
  if (!clock) return after(start, deadline);
  const today = at(start, Number(clock[1]), Number(clock[2]));
  return today < start ? at(start, Number(clock[1]), Number(clock[2]), 1) : today;
}

/** Rounded up to the next five minutes: a time that can be said aloud. */
export function sayable(date) {
  return new Date(Math.ceil(date.getTime() / (5 * MINUTE)) * 5 * MINUTE);
}

/** When to promise the next word: after the given span, but within office hours unless it is about danger.
 *  A promise that would fall in the evening becomes closing time, and after that the next working morning. */
export function nextContact(now, every, hours, aroundTheClock = false) {
  const wanted = sayable(after(now, every));
  if (aroundTheClock) return wanted;
  const [opens, closes] = [hours.opens, hours.closes].map((text) => text.split(":").map(Number));
  if (isWorkday(wanted) && wanted >= at(wanted, ...opens) && wanted <= at(wanted, ...closes)) return wanted;
  const closing = at(now, ...closes);
  if (isWorkday(now) && now < closing && wanted > closing && daysBetween(now, wanted) === 0 && closing - now >= 30 * MINUTE) return closing;
  let days = isWorkday(wanted) && wanted < at(wanted, ...opens) ? 0 : 1;
  while (!isWorkday(at(wanted, ...opens, days))) days += 1;
  return at(wanted, ...opens, days);
}

function isWorkday(date) {
  return date.getDay() % 6 !== 0;
}

/** "14.30" in Norwegian, "14:30" in English. */
export function clock(date, lang) {
  const two = (number) => String(number).padStart(2, "0");
  return `${two(date.getHours())}${lang === "nb" ? "." : ":"}${two(date.getMinutes())}`;
}

/** "4. desember", "4 December"; with the year when it is not this year. */
export function day(date, lang, now = new Date()) {
  const month = new Intl.DateTimeFormat(LOCALES[lang], { month: "long" }).format(date);
  const year = date.getFullYear() === now.getFullYear() ? "" : ` ${date.getFullYear()}`;
  return `${date.getDate()}${lang === "nb" ? "." : ""} ${month}${year}`;
}

/** How many midnights lie between two moments. */
export function daysBetween(from, to) {
  const midnight = (date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return Math.round((midnight(to) - midnight(from)) / (24 * 60 * MINUTE));
}

/** "i morgen", "torsdag 26. november"; nothing for today. */
export function dayName(date, lang, now = new Date()) {
  const days = daysBetween(now, date);
  if (days === 0) return "";
  if (Math.abs(days) === 1) return new Intl.RelativeTimeFormat(LOCALES[lang], { numeric: "auto" }).format(days, "day");
  const weekday = new Intl.DateTimeFormat(LOCALES[lang], { weekday: "long" }).format(date);
  return `${weekday} ${day(date, lang, now)}`;
}

/** "kl. 14.30", "i morgen kl. 09.00"; "14:30", "tomorrow at 09:00". */
export function moment(date, lang, now = new Date()) {
  const name = dayName(date, lang, now);
  const time = clock(date, lang);
  if (lang === "nb") return name ? `${name} kl. ${time}` : `kl. ${time}`;
  return name ? `${name} at ${time}` : time;
}

/** How long until a moment, or since: "om 25 min", "om 1 t 40 min", "for 2 d siden". */
export function distance(date, lang, now = new Date()) {
  const minutes = Math.round((date - now) / MINUTE);
  const format = new Intl.RelativeTimeFormat(LOCALES[lang], { style: "short" });
  const size = Math.abs(minutes);
  if (size < 60) return format.format(minutes, "minute");
  if (size < 6 * 60) return hoursAndMinutes(minutes, lang);
  return size < 36 * 60 ? hoursAndMinutes(Math.round(minutes / 60) * 60, lang) : format.format(daysBetween(now, date), "day");
}

function hoursAndMinutes(minutes, lang) {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const span = `${hours} ${lang === "nb" ? "t" : "h"}${rest ? ` ${rest} min` : ""}`;
  if (lang === "nb") return minutes < 0 ? `for ${span} siden` : `om ${span}`;
  return minutes < 0 ? `${span} ago` : `in ${span}`;
}

/** The form that inputs of dates and times know: "2026-11-25T14:30". */
export function toInput(date) {
  const two = (number) => String(number).padStart(2, "0");
  const year = String(date.getFullYear()).padStart(4, "0");
  return `${year}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The moment that such a text means in local time, or null. A date alone is midnight. What reads otherwise when it is
 *  written again is not there: the 30th of February, minute 75, an hour that the clock skips, a year still being typed. */
export function fromInput(text) {
  const found = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d))?$/.exec(text);
  if (!found) return null;
  const [year, month, date, hour, minute] = found.slice(1).map((part) => Number(part ?? 0));
  const made = new Date(year, month - 1, date, hour, minute);
  return toInput(made).startsWith(text) ? made : null;
}
