// A live case: what has happened, what has been done, what was promised. Plain values that are never changed in place.
// Moments are whole minutes since 1970, so that they mean the same on every device.

import { MINUTE } from "./clock.js";

export const MOST = { text: 120, value: 500, note: 1000, fields: 80, done: 80, log: 300 };
const ID = /^[a-z0-9]{8}$/;
const PLAY = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const KEY = /^[a-z][a-z0-9_]*$/;
const STEP = /^[a-z][a-z0-9_-]*(?:\/[a-z0-9_-]+){1,2}$/;
const EVENT = ["started", "done", "undone", "copied", "launched", "internal", "kept", "late", "proposed", "promised", "note", "level", "changed", "fixed", "unfixed", "closed", "opened", "handed", "received"];

export const minutes = (date) => Math.round(date.getTime() / MINUTE);
export const dateOf = (count) => new Date(count * MINUTE);

/** A new case. `found` is when the error was discovered. */
export function begin({ id, play, family, customer, contact, phone, email, found, level, repeat, fields, gates = {}, log = [] }, now) {
  const made = { v: 1, id, play, family, customer, contact, phone, email, found, level, repeat, fields, gates, created: now, changed: now };
  return clean({ ...made, log: [...log, [now, "started", ""]] });
}

export function newId(random = crypto.getRandomValues(new Uint8Array(8))) {
  return [...random].map((byte) => (byte % 36).toString(36)).join("");
}

/** A value from outside as a case, with everything unknown or oversized left out; null when it is no case. */
export function clean(value) {
  if (!isObject(value) || value.v !== 1 || !matches(ID, value.id)) return null;
  if (!matches(PLAY, value.play) || !matches(PLAY, value.family) || !isMinute(value.found)) return null;
  const kept = {
    v: 1, id: value.id, play: value.play, family: value.family,
    customer: short(value.customer, MOST.text), contact: short(value.contact, MOST.text),
    phone: short(value.phone, MOST.text), email: short(value.email, MOST.text),
    found: value.found, level: [1, 2, 3, 4].includes(value.level) ? value.level : 0, repeat: value.repeat === true,
    fields: table(value.fields, KEY, (text) => (typeof text === "string" ? short(text, MOST.value) : null), MOST.fields),
    done: table(value.done, STEP, (at) => (isMinute(at) ? at : null), MOST.done),
    gates: table(value.gates, KEY, (answer) => (["yes", "no"].includes(answer) ? answer : null), MOST.fields),
    log: entries(value.log),
  };
  for (const name of ["next", "fixed", "closed"]) kept[name] = isMinute(value[name]) ? value[name] : null;
  kept.created = isMinute(value.created) ? value.created : value.found;
  kept.changed = isMinute(value.changed) ? value.changed : kept.created;
  return kept;
}

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const matches = (pattern, text) => typeof text === "string" && text.length <= 80 && pattern.test(text);
const isMinute = (value) => Number.isInteger(value) && value > 0 && value < 1e8;

/** Text without control characters, which nobody types, cut to a length without cutting a letter in two. */
function short(text, most) {
  const kept = typeof text === "string" ? text.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "").toWellFormed() : "";
  return kept.slice(0, most).replace(/[\ud800-\udbff]$/, "");
}

/** Keys that fit a pattern with values that pass; an empty text is no value. A key that every object has, such as
 *  "constructor", is none of ours: whoever looks it up in a table of names would find something. */
function table(value, pattern, pass, most) {
  const found = isObject(value) ? Object.entries(value) : [];
  const kept = found.filter(([key]) => matches(pattern, key) && !(key in Object.prototype)).map(([key, one]) => [key, pass(one)]);
  return Object.fromEntries(kept.filter(([, one]) => one !== null).slice(0, most));
}

function entries(value) {
  const found = Array.isArray(value) ? value.filter(Array.isArray) : [];
  return found
    .filter(([at, event]) => isMinute(at) && EVENT.includes(event))
    .map(([at, event, text]) => [at, event, short(text, MOST.note)])
    .slice(-MOST.log);
}

/** The case with some values changed and one line in its log. */
export function changed(one, now, changes, event = "", text = "") {
  return clean({ ...one, ...changes, changed: now, log: event ? [...one.log, [now, event, text]] : one.log });
}

/** Whether the customer has heard from us since the case began, as far as the case knows. */
export function isTold(one) {
  return one.log.some(([, event]) => ["kept", "late", "copied", "launched"].includes(event));
}

/** The same with a step ticked, or ticked off again; `name` is what the log calls it. */
export function ticked(one, now, step, name) {
  const { [step]: was, ...rest } = one.done;
  return was ? changed(one, now, { done: rest }, "undone", name) : changed(one, now, { done: { ...one.done, [step]: now } }, "done", name);
}

/** Ninety days without a change. */
export function isOld(one, now) {
  return now - one.changed >= 90 * 24 * 60;
}

/** Whether the customer is waiting: a promise is past, or they have not heard from us and none was made. */
export function isWaiting(one, now) {
  return !one.closed && (one.next ? one.next < now : !isTold(one));
}

/** Open cases first, and of these the one whose customer waits, or will wait, the soonest. */
export function inOrder(cases) {
  const due = (one) => one.next ?? (isTold(one) ? Infinity : 0);
  const rank = (one) => [one.closed ? 1 : 0, due(one), -one.changed];
  return [...cases].sort((a, b) => compare(rank(a), rank(b)));
}

function compare(a, b) {
  const index = a.findIndex((value, i) => value !== b[i]);
  return index < 0 ? 0 : a[index] < b[index] ? -1 : 1;
}
