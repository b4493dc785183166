// Every case on this device: what is promised, what is late, and how to keep, move or wipe it all.

import { moment } from "../../scripts/clock.js";
import { announce, button, confirmed, download, h } from "../../scripts/dom.js";
import { clean, dateOf, inOrder, isOld, isWaiting, minutes } from "../../scripts/record.js";
import { progress, promiseText, reminders } from "../../scripts/report.js";
import * as store from "../../scripts/store.js";
import { lang, w } from "../../scripts/words.js";
import "../bar/bar.js";

const root = document.querySelector("[data-module=cases]");
const LARGEST = 5_000_000;
const list = h("div", { "aria-live": "off" });
const picker = h("input", { type: "file", accept: "application/json,.json", class: "visually-hidden", tabindex: "-1", "aria-hidden": "true", onchange: restore });

const keeping = h("p", { class: "composer__tools" },
  button(w("backup"), backup, { "data-backup": "", class: "button button--quiet" }),
  button(w("all_reminders"), allReminders, { "data-ics": "", class: "button button--quiet" }));
const clearing = button(w("wipe"), wipe, { "data-wipe": "", class: "button button--danger" });
root.append(list, h("h2", {}, w("on_this_device")), h("p", {}, w("on_this_device_lead")), keeping,
  h("p", { class: "composer__tools" }, button(w("restore"), () => picker.click(), { "data-restore": "", class: "button button--quiet" }), clearing), picker);
const heading = document.getElementById("top");
heading.tabIndex = -1;
let drawn = "";
store.onChange(show);
setInterval(show, 20_000);
show();

function path(one) {
  return `${root.dataset.up}${root.dataset.home}${one.family}/${one.play}/?case=${one.id}#case`;
}

function address(one) {
  return new URL(path(one), location.href).href;
}

function show() {
  const cases = inOrder(store.allCases());
  const damaged = store.damaged();
  const old = cases.filter((one) => isOld(one, minutes(new Date())));
  keeping.hidden = !cases.length;
  const state = JSON.stringify([cases.map((one) => [one.id, one.customer, one.closed, one.changed]), damaged, store.trouble, old.length]);
  if (state !== drawn) redraw(cases, damaged, old);
  drawn = state;
  for (const one of cases) tell(one);
}

/** The keyboard stays with the case that it was at, and goes to the heading when that is gone. */
function redraw(cases, damaged, old) {
  const inside = list.contains(document.activeElement);
  const at = inside && document.activeElement.closest("[data-case]")?.dataset.case;
  const what = inside && document.activeElement.tagName;
  list.replaceChildren(
    ...[
      store.trouble && store.trouble !== "damaged" && h("p", { class: "notice", role: "alert" }, w(`trouble_${store.trouble}`)),
      damaged.length && damagedNotice(damaged),
      old.length && oldNotice(old),
      cases.length ? h("ul", { class: "cases__list" }, ...cases.map(card)) : none(),
    ].filter(Boolean),
  );
  if (inside) ((at && list.querySelector(`[data-case="${at}"] ${what}`)) ?? heading).focus();
}

function none() {
  return h("div", { class: "cases__none" }, h("p", {}, w("no_cases")), h("p", {}, h("a", { class: "button", href: `${root.dataset.up}${root.dataset.home}` }, w("what_has_happened"))));
}

function allReminders() {
  const text = reminders(store.allCases(), (play) => store.plan(play, lang), address);
  if (text) download("opptur.ics", text, "text/calendar;charset=utf-8");
  else announce(w("no_reminders"));
}

function card(one) {
  const name = one.customer || w("unnamed_customer");
  return h("li", { class: "cases__one", "data-case": one.id, "data-play": one.play },
    h("h2", { class: "cases__name" }, h("a", { href: path(one) }, name)),
    h("p", { class: "cases__play" }, store.plan(one.play, lang).title),
    h("p", { class: "cases__state" }),
    h("p", { class: "cases__facts" }),
    button(w("delete_case"), () => drop([one], w("delete_sure")), { class: "button button--quiet", "aria-label": `${w("delete_case")}: ${name}` }));
}

/** What moves with the clock. */
function tell(one) {
  const now = new Date();
  const entry = list.querySelector(`[data-case="${one.id}"]`);
  const { done, all, late } = progress(one, store.plan(one.play, lang), now);
  const facts = [`${w("found")} ${moment(dateOf(one.found), lang, now)}`, all && w("steps_done", { done, all }), late && w("steps_late", { late })];
  entry.classList.toggle("cases__one--late", isWaiting(one, minutes(now)));
  entry.querySelector(".cases__state").textContent = promiseText(one, now);
  entry.querySelector(".cases__facts").textContent = facts.filter(Boolean).join(" · ");
}

function oldNotice(old) {
  return h("div", { class: "notice", "data-old": "" }, h("p", {}, w("old_cases", { count: old.length })), button(w("delete_old"), () => drop(old, w("delete_old_sure", { count: old.length })), { class: "button button--quiet" }));
}

function damagedNotice(damaged) {
  return h("div", { class: "notice", role: "alert", "data-damaged": "" }, h("p", {}, w("trouble_damaged")), h("p", { class: "composer__tools" },
    button(w("save_damaged"), () => download("opptur-damaged.txt", damaged.map(([key, text]) => `${key}\n${text}`).join("\n\n"), "text/plain;charset=utf-8"), { class: "button button--quiet" }),
    button(w("drop_damaged"), async () => (await confirmed(w("delete_sure"), w("drop_damaged"), w("keep_case"), { danger: true })) && store.dropDamaged(), { class: "button button--quiet" })));
}

async function drop(cases, question) {
  if (!(await confirmed(question, w("delete_case"), w("keep_case"), { danger: true }))) return;
  for (const one of cases) store.dropCase(one.id);
  announce(w("deleted"));
}

function backup() {
  const all = store.allCases();
  const plans = Object.fromEntries(all.map((one) => [one.play, store.plan(one.play, lang)]));
  download("opptur.json", JSON.stringify({ opptur: 1, me: store.me(), cases: all, plans }, null, 1), "application/json");
}

/** Cases from a file: new ones are added, and of two versions the later one stays. */
async function restore() {
  const file = picker.files[0];
  picker.value = "";
  if (!file || file.size > LARGEST) return announce(w("restore_failed"));
  try {
    const { cases, me, plans } = JSON.parse(await file.text());
    const found = cases.map(clean);
    if (!found.length) return announce(w("restore_none"));
    if (found.includes(null)) throw new TypeError("not a backup");
    const later = found.filter((one) => (store.getCase(one.id)?.changed ?? -1) < one.changed);
    for (const { play } of later) if (plans?.[play]) store.putPlan(play, lang, plans[play]);
    for (const one of later) store.putCase(one);
    for (const [key, value] of Object.entries(me ?? {})) if (typeof value === "string" && !store.me()[key]) store.putMe({ [key]: value.slice(0, 120) });
    announce(w(later.length === found.length ? "restored_all" : "restored", { count: later.length, all: found.length }));
  } catch {
    announce(w("restore_failed"));
  }
}

async function wipe() {
  if (!(await confirmed(w("wipe_sure"), w("wipe"), w("keep_case"), { danger: true }))) return;
  store.wipe();
  delete document.documentElement.dataset.scheme;
  announce(w("wiped"));
}
