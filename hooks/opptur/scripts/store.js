// What is kept on this device: cases, and the seller's own name and number. Nothing else, and nothing leaves it.
// When the device refuses, everything stays in memory for as long as the page is open, and `trouble` says why.

import { clean } from "./record.js";

const CASE = "opptur.case.";
const ME = "opptur.me";
const OURS = "opptur.";
const memory = new Map();
const listeners = new Set();

/** Why something could not be kept: "blocked", "full" or "damaged"; empty when all is well. */
export let trouble = "";

/** Calls back whenever something changes, here or in another tab. */
export function onChange(listener) {
  listeners.add(listener);
}

function tell() {
  for (const listener of listeners) listener();
}

addEventListener("storage", (event) => {
  if (event.key === null || event.key.startsWith(OURS)) tell();
});

/** The device's storage; null when the browser keeps it closed. */
function device() {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

function read(key) {
  if (memory.has(key)) return memory.get(key);
  try {
    return device()?.getItem(key) ?? null;
  } catch {
    return null;
  }
}

/** Keep a text. What does not fit on the device is remembered until the page closes, and tried again at every write. */
function write(key, text) {
  memory.set(key, text);
  try {
    const storage = device();
    if (!storage) throw new DOMException("", "SecurityError");
    for (const [each, value] of memory) {
      if (!each.startsWith(OURS)) continue;
      storage.setItem(each, value);
      memory.delete(each);
    }
    if (trouble !== "damaged") trouble = "";
  } catch (error) {
    trouble = error.name === "SecurityError" ? "blocked" : "full";
  }
  tell();
}

function remove(key) {
  memory.delete(key);
  try {
    device()?.removeItem(key);
  } catch {
    trouble = "blocked";
  }
}

/** Every key of ours, on the device and in memory. */
function keys() {
  const found = new Set(memory.keys());
  try {
    for (const key of Object.keys(device() ?? {})) if (key.startsWith(OURS)) found.add(key);
  } catch {
    trouble = "blocked";
  }
  return [...found];
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Every case that can be read. One that cannot is left where it is, and told. */
export function allCases() {
  const found = keys().filter((key) => key.startsWith(CASE)).map((key) => clean(parsed(read(key))));
  if (found.includes(null)) trouble ||= "damaged";
  return found.filter(Boolean);
}

/** What is stored under our name and cannot be read: to be looked at or thrown away. */
export function damaged() {
  return keys().filter((key) => key.startsWith(CASE) && !clean(parsed(read(key)))).map((key) => [key, read(key)]);
}

export function dropDamaged() {
  for (const [key] of damaged()) remove(key);
  if (trouble === "damaged") trouble = "";
  tell();
}

export function getCase(id) {
  return clean(parsed(read(CASE + id)));
}

export function putCase(one) {
  write(CASE + one.id, JSON.stringify(one));
}

export function dropCase(id) {
  remove(CASE + id);
  tell();
}

const PLAN = "opptur.plan.";
const STEP = { key: /^[a-z][a-z0-9_-]*(?:\/[a-z0-9_-]+){1,2}$/, deadline: /^(?:\d+[mhd]|\d\d:\d\d)$/ };

/** What a play's page told of itself in a language when a case was open on it: title and steps, for pages that are not its
 *  own; from another language when this one was never open. */
export function plan(play, lang) {
  const other = keys().find((key) => key.startsWith(`${PLAN}${play}.`));
  return cleanPlan(parsed(read(`${PLAN}${play}.${lang}`) ?? (other && read(other))), play);
}

/** A plan from outside, with everything unknown left out. */
export function cleanPlan(found, play) {
  const text = (value) => (typeof value === "string" ? value.slice(0, 500) : "");
  const fits = (step) => Object.entries(STEP).every(([name, pattern]) => typeof step?.[name] === "string" && pattern.test(step[name]));
  const steps = Array.isArray(found?.steps) ? found.steps.filter(fits).slice(0, 80) : [];
  return {
    title: text(found?.title) || play,
    repeatLevel: Number(found?.repeatLevel) || 0,
    steps: steps.map(({ key, deadline, name, who, levels, repeat }) => ({
      key, deadline, name: text(name), who: text(who), repeat: repeat === true, levels: Array.isArray(levels) ? levels.filter(Number.isInteger) : [],
    })),
  };
}

export function putPlan(play, lang, made) {
  const text = JSON.stringify(cleanPlan(made, play));
  if (read(`${PLAN}${play}.${lang}`) !== text) write(`${PLAN}${play}.${lang}`, text);
}

/** The seller's own values, which are the same in every case. */
export function me() {
  const found = parsed(read(ME));
  return Object.fromEntries(["seller", "direct_line", "firm"].map((key) => [key, typeof found?.[key] === "string" ? found[key] : ""]));
}

export function putMe(changes) {
  write(ME, JSON.stringify({ ...me(), ...changes }));
}

/** Everything of ours off this device, the choice of light or dark too. Cases go first: another tab that has one open
 *  then has nothing left to write about. */
export function wipe() {
  const isCase = (key) => key.startsWith(CASE);
  for (const key of [...keys().filter(isCase), ...keys().filter((key) => !isCase(key))]) remove(key);
  forget();
  tabs.postMessage("wipe");
}

/** What this tab alone remembers. */
function forget() {
  memory.clear();
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(OURS)) sessionStorage.removeItem(key);
  } catch {
    // nothing could be kept there either
  }
  if (trouble !== "blocked") trouble = "";
  tell();
}

/** A wipe is heard in every tab, boxes and all, and a page that comes back from the browser's memory starts anew. */
const tabs = new BroadcastChannel("opptur");
tabs.addEventListener("message", () => {
  forget();
  location.reload();
});
addEventListener("pageshow", (event) => event.persisted && location.reload());
if (!device()) trouble = "blocked";

/** What is typed before a case has been started: kept until this tab closes. */
export function draft(play) {
  try {
    return memory.get(`draft.${play}`) ?? parsed(sessionStorage.getItem(`opptur.draft.${play}`)) ?? {};
  } catch {
    return memory.get(`draft.${play}`) ?? {};
  }
}

export function putDraft(play, values) {
  memory.set(`draft.${play}`, values);
  try {
    if (Object.keys(values).length) sessionStorage.setItem(`opptur.draft.${play}`, JSON.stringify(values));
    else sessionStorage.removeItem(`opptur.draft.${play}`);
  } catch {
    // it then lasts as long as the page
  }
}
