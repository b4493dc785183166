// Values as people write them in each language, and messages with the values in.

import { MINUTE, clock, day, dayName, daysBetween, fromInput } from "./clock.js";

const THOUSANDS = { nb: " ", en: "," };
const DECIMAL = { nb: ",", en: "." };
const CURRENCY = /^(?:kr\.?|nok)\s*|(?:\s*(?:kroner|kr\.?|nok|[,.][-–]))+$/gi;

/** Why a value cannot be used: "missing", "bad", "past" for a day that must lie ahead, or nothing. */
export function fault(type, raw, day = "", now = new Date()) {
  const text = String(raw ?? "").trim();
  if (!text) return "missing";
  if (format(type, text, "nb") === null) return "bad";
  return day === "ahead" && isPast(type, text, now) ? "past" : "";
}

function isPast(type, text, now) {
  const when = fromInput(text);
  return type === "date" ? daysBetween(now, when) < 0 : type === "moment" && when < now - MINUTE;
}

/** A value as it is written in a message; null when it cannot be understood. */
export function format(type, raw, lang, now = new Date()) {
  const text = String(raw ?? "").replace(/\s+/g, " ").trim();
  const known = { number: figure, money, date, time, moment: momentOf, phone }[type];
  return known ? known(text, lang, now) : text || null;
}

/** "12 400,50", "12.400,50", "12,400.50" or "12400" as a number; null when it is none. Groups have three digits and one
 *  separator throughout: what could mean two things, such as "0,500" or "5 10", is not guessed. */
function amount(text) {
  const bare = text.replace(CURRENCY, "");
  const found = /^([1-9]\d{0,2}(?:([ .,'])\d{3}(?:\2\d{3})*)?|\d+)(?:([.,])(\d{1,2}))?$/.exec(bare);
  if (!found || (found[2] && found[2] === found[3])) return null;
  const whole = found[1].replace(/\D/g, "");
  return whole.length > 12 ? null : { whole: whole.replace(/^0+(?=\d)/, ""), decimals: found[4] ?? "" };
}

function grouped({ whole, decimals }, lang) {
  const parted = whole.replace(/\B(?=(\d{3})+$)/g, THOUSANDS[lang]);
  return decimals ? `${parted}${DECIMAL[lang]}${decimals}` : parted;
}

function figure(text, lang) {
  const found = amount(text);
  return found && grouped(found, lang);
}

function money(text, lang) {
  const found = amount(text);
  if (!found) return null;
  const sum = grouped({ ...found, decimals: found.decimals && found.decimals.padEnd(2, "0") }, lang);
  return lang === "nb" ? `${sum} kr` : `NOK ${sum}`;
}

function date(text, lang, now) {
  const found = fromInput(text);
  return found && day(found, lang, now);
}

function time(text, lang) {
  const found = /^([01]?\d|2[0-3])[.:]([0-5]\d)$/.exec(text);
  return found && `${found[1].padStart(2, "0")}${lang === "nb" ? "." : ":"}${found[2]}`;
}

function momentOf(text, lang) {
  const found = fromInput(text);
  return found && clock(found, lang);
}

/** A number as it is said: Norwegian ones in groups, others as they were typed. In English with +47 in front. */
function phone(text, lang) {
  const bare = text.replace(/[\s().-]/g, "");
  if (!/^\+?\d{3,15}$/.test(bare)) return null;
  const local = bare.replace(/^(\+47|0047)(?=\d{8}$)/, "");
  if (!/^\d{8}$/.test(local)) return text;
  const parted = /^[489]/.test(local) ? local.replace(/(...)(..)(...)/, "$1 $2 $3") : local.replace(/(..)(?=.)/g, "$1 ");
  return local !== bare || lang === "en" ? `+47 ${parted}` : parted;
}

/** A number for a link that calls or writes: digits, and a plus in front where there is one. */
export function dialled(text) {
  const bare = String(text ?? "").replace(/[\s().-]/g, "");
  return /^\+?\d{3,15}$/.test(bare) ? bare : "";
}

/** The words just before the time of the next contact, put right when that is on another day than today:
 *  "i dag kl. 09.00" becomes "i morgen kl. 09.00". Returns the text before and the text in the field. */
export function dated(before, raw, lang, now = new Date()) {
  const when = fromInput(raw);
  const said = when ? clock(when, lang) : "";
  const name = when ? dayName(when, lang, now) : "";
  if (!name) return [before, said];
  const known = (lang === "nb" ? /\b(?:i dag )?kl\. $/i : /\b(?:today )?at $/i).exec(before);
  const on = lang === "en" && /\d/.test(name) ? `on ${name}` : name;
  if (!known) return [before, `${said} ${on}`];
  return [before.slice(0, known.index) + cased(known[0], `${on} ${lang === "nb" ? "kl." : "at"} `), said];
}

/** With a capital where the words that it replaces have one: they begin a sentence. */
function cased(like, text) {
  return /^\p{Lu}/u.test(like) ? text[0].toUpperCase() + text.slice(1) : text;
}

/** A message as it is sent: no spaces at the ends of lines, never more than one empty line, none at the ends. */
export function tidy(text) {
  return text
    .replace(/[^\S\n]+/g, " ")
    .replace(/ *\n */g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
