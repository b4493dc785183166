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

/** Keep a text. What does not fit on the device is remembered until the page closes. */
function write(key, text) {
  try {
    const storage = device();
    if (!storage) throw new DOMException("", "SecurityError");
    storage.setItem(key, text);
    memory.delete(key);
    if (trouble !== "damaged") trouble = "";
  } catch (error) {
    memory.set(key, text);
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

/** What a play's page told of itself when a case was open on it: title and steps, for pages that are not its own. */
export function plan(play) {
  const found = parsed(read(PLAN + play));
  const steps = Array.isArray(found?.steps) ? found.steps.filter((step) => /^(\d+[mhd]|\d\d:\d\d)$/.test(step?.deadline)) : [];
  return { title: typeof found?.title === "string" ? found.title : play, steps };
}

export function putPlan(play, made) {
  const text = JSON.stringify(made);
  if (read(PLAN + play) !== text) write(PLAN + play, text);
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
  memory.clear();
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(OURS)) sessionStorage.removeItem(key);
  } catch {
    // nothing could be kept there either
  }
  if (trouble !== "blocked") trouble = "";
  tell();
}

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
