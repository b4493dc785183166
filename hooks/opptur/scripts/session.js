// The play at hand: how serious it is, whether it has happened before, the live case if one is open, and what has been
// filled in. Without a case, what is typed is kept until the tab closes. Whatever changes, all who listen are told.

import { dayName, moment, nextContact, toInput } from "./clock.js";
import { inAddress } from "./dom.js";
import { changed, dateOf, isTold, minutes } from "./record.js";
import * as store from "./store.js";
import { firm, lang } from "./words.js";

const root = document.querySelector("article.play");
const own = [...root.querySelectorAll(".level [data-level]")].map((tag) => Number(tag.dataset.level));
const repeatLevel = Number(root.querySelector(".level").dataset.repeatLevel);
const listeners = new Set();
const suggestions = new Map();
const MINE = ["seller", "direct_line", "firm"];

export const play = { id: root.dataset.play, family: root.dataset.family, title: root.querySelector("h1").textContent, repeatLevel };

const address = new URLSearchParams(location.search);
const first = store.getCase(address.get("case") ?? "");
const state = {
  one: first?.play === play.id ? first : null,
  level: 0,
  repeat: false,
  draft: store.draft(play.id),
};
readChoice();

/** An open case knows its level; without one the address says, and else it is the gravest: when in doubt, the graver. */
function readChoice() {
  const asked = new URLSearchParams(location.search);
  const said = state.one ? { level: state.one.level, repeat: state.one.repeat } : { level: Number(asked.get("severity")), repeat: asked.get("repeat") === "yes" };
  state.level = own.includes(said.level) ? said.level : Math.max(...own);
  state.repeat = said.repeat;
}

export const chosenLevel = () => state.level;
export const isRepeat = () => state.repeat;
export const currentCase = () => state.one;

/** The level that counts: a repeated error is never a small one. */
export function level() {
  return state.repeat ? Math.max(state.level, repeatLevel) : state.level;
}

/** The firm's clock times at the level that counts. */
export function rhythm() {
  return root.querySelector(`.rhythm [data-level="${level()}"]`).dataset;
}

export function onChange(listener) {
  listeners.add(listener);
}

function tell() {
  for (const listener of listeners) listener();
}

store.onChange(() => {
  if (state.one) {
    state.one = store.getCase(state.one.id);
    readChoice();
  } else state.draft = store.draft(play.id);
  tell();
});

addEventListener("popstate", () => {
  const asked = store.getCase(new URLSearchParams(location.search).get("case") ?? "");
  state.one = asked?.play === play.id ? asked : null;
  readChoice();
  tell();
});

setInterval(tell, 20_000);

/** Choose a level or whether it has happened before; the choice stands in the address and in the case. */
export function choose(changes) {
  Object.assign(state, changes);
  inAddress({ severity: String(state.level), repeat: state.repeat ? "yes" : null });
  if (state.one) keep({ level: state.level, repeat: state.repeat }, "level", String(level()));
  else tell();
}

/** Change the case, with a line in its log. */
export function keep(changes, event = "", text = "") {
  state.one = changed(state.one, minutes(new Date()), changes, event, text);
  store.putCase(state.one);
}

/** Make a case the one at hand; null leaves it. */
export function open(one) {
  state.one = one;
  inAddress({ case: one?.id ?? null, ...(one ? { severity: null, repeat: null } : {}) });
  if (one) store.putCase(one);
  readChoice();
  tell();
}

/** What may stand in a field of one message until somebody says otherwise. */
export function suggest(message, values) {
  suggestions.set(message, values);
}

/** The raw value of a field in a message: what was filled in, what the case knows, what is the same in every case, or a
 *  suggestion for this message. */
export function value(key, message = "") {
  return filled(key) ?? known(key) ?? suggestions.get(message)?.[key] ?? (key === "next_contact" ? toInput(proposed()) : "");
}

/** Whether a value is only a suggestion: nobody has said it. */
export function isSuggested(key, message = "") {
  return (filled(key) ?? known(key)) === undefined && Boolean(value(key, message));
}

function filled(key) {
  return MINE.includes(key) ? store.me()[key] || undefined : (state.one ? state.one.fields : (state.draft.fields ?? {}))[key];
}

function known(key) {
  const one = state.one;
  if (key === "firm") return firm.name;
  if (!one) return undefined;
  if (key === "customer") return one.customer || undefined;
  if (key === "first_name") return one.contact.split(" ")[0] || undefined;
  if (key === "found_at") return toInput(dateOf(one.found));
  return key === "next_contact" && one.next && dateOf(one.next) > new Date() ? toInput(dateOf(one.next)) : undefined;
}

/** Keep what was typed into a field, once for all messages. An empty text is kept too: somebody took it out. */
export function setValue(key, raw) {
  if (MINE.includes(key)) return store.putMe({ [key]: raw });
  if (state.one) return keep({ fields: { ...state.one.fields, [key]: raw } });
  keepInDraft({ fields: { ...state.draft.fields, [key]: raw } });
}

/** The customer's number or address: `phone` or `email`. */
export function contact(key) {
  return (state.one ? state.one[key] : state.draft[key]) ?? "";
}

export function setContact(key, raw) {
  if (state.one) return keep({ [key]: raw });
  keepInDraft({ [key]: raw });
}

export const draft = () => state.draft;

/** Keep something that is not a field until a case is started: answers at the gates, what was sent. */
export function keepInDraft(changes) {
  state.draft = { ...state.draft, ...changes };
  store.putDraft(play.id, state.draft);
  tell();
}

/** Forget what was typed for somebody else. */
export function clearDraft() {
  state.draft = {};
  store.putDraft(play.id, {});
  tell();
}

/** The time of the next contact, with a line in the log. A time typed into a message no longer counts. */
export function promise(when, event = "promised") {
  const { next_contact: _, ...fields } = state.one.fields;
  keep({ next: when && minutes(when), fields }, when ? event : "", when ? moment(when, lang) : "");
}

/** A time for the next contact, by the rhythm of the level that counts. The first promise is a short one, twice the time
 *  for the first word, since the customer is then waiting for facts. */
export function proposed(now = new Date()) {
  const { firstContact, updateEvery } = rhythm();
  const told = state.one && isTold(state.one);
  return nextContact(now, told ? updateEvery : firstContact.replace(/\d+/, (amount) => 2 * amount), firm.hours, level() === 4);
}

/** The days that a moment can be on: the coming week, or the past one, today first; and the one that is chosen already. */
export function daysFor(direction, now = new Date()) {
  const step = direction === "past" ? -1 : 1;
  const days = Array.from({ length: 8 }, (_, number) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + step * number));
  return days.map((date) => [toInput(date).slice(0, 10), dayName(date, lang, now)]);
}
