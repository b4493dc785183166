// A live case on a play's page: started here, kept on this device, handed on by a link.

import { distance, fromInput, moment, toInput } from "../../scripts/clock.js";
import { announce, button, confirmed, download, field, h, toClipboard } from "../../scripts/dom.js";
import { fromFragment, holdsCase, toFragment } from "../../scripts/link.js";
import { begin, changed, dateOf, minutes, newId } from "../../scripts/record.js";
import { logText, progress, reminders } from "../../scripts/report.js";
import * as session from "../../scripts/session.js";
import * as store from "../../scripts/store.js";
import { lang, w } from "../../scripts/words.js";
import { plan } from "../steps/steps.js";

const box = document.querySelector("[data-module=case]");
const now = () => minutes(new Date());
const planHere = () => ({ title: session.play.title, steps: plan() });
let shown = null;

export function start() {
  box.hidden = false;
  session.onChange(show);
  setInterval(tick, 20_000);
  show();
  receive();
  addEventListener("hashchange", receive);
}

/** Draw the box anew when another case, or none, is at hand; otherwise only what has changed. */
function show() {
  const one = session.currentCase();
  if (one) store.putPlan(session.play.id, planHere());
  const id = one ? `${one.id}${one.closed ? "-closed" : ""}` : "none";
  if (id !== shown) {
    shown = id;
    box.replaceChildren(...(one ? live(one) : idle()));
  }
  tick();
}

/** No case yet: those that are open on this play, and a way to start one. */
function idle() {
  const open = store.allCases().filter((one) => one.play === session.play.id && !one.closed);
  const links = open.map((one) => h("li", {}, h("a", { href: `?case=${one.id}#case` }, one.customer || w("unnamed_customer"))));
  const form = startForm();
  const starter = button(w("start_case"), () => {
    form.hidden = false;
    starter.hidden = true;
    form.querySelector("input").focus();
  }, { "data-start-case": "" });
  return [
    h("h2", { class: "case__title" }, w("take_the_case")),
    h("p", {}, w("take_the_case_lead")),
    links.length ? h("p", {}, w("open_here")) : null,
    links.length ? h("ul", {}, ...links) : null,
    h("p", { class: "composer__tools" }, starter),
    form,
    troubles(),
  ].filter(Boolean);
}

function startForm() {
  const customer = field(w("customer"), { required: true, maxlength: "120", name: "customer" });
  const contact = field(w("contact_name"), { maxlength: "120", name: "contact" });
  const found = field(w("found"), { type: "datetime-local", required: true, name: "found", value: toInput(new Date()) });
  const form = h("form", { class: "case__form", hidden: true }, customer.box, contact.box, found.box, button(w("start"), null, { type: "submit" }));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const when = fromInput(found.input.value);
    if (!when || when > new Date(Date.now() + 60_000)) {
      announce(w("found_wrong"));
      return found.input.focus();
    }
    const { fields = {}, phone = "", email = "" } = session.draft();
    const given = { id: newId(), play: session.play.id, family: session.play.family, customer: customer.input.value.trim(), contact: contact.input.value.trim() };
    const made = begin({ ...given, phone, email, found: minutes(when), level: session.chosenLevel(), repeat: session.isRepeat(), fields }, now());
    session.open(changed(made, now(), { next: firstPromise(when) }));
    announce(w("case_started"));
    box.querySelector("h2").focus();
  });
  return form;
}

/** The first promise is the firm's own: the customer hears from us within the time of the level. */
function firstPromise(found) {
  const [, amount, unit] = /^(\d+)([mhd])$/.exec(session.rhythm().firstContact);
  const limit = minutes(found) + amount * { m: 1, h: 60, d: 1440 }[unit];
  return Math.max(limit, now());
}

function live(one) {
  const next = field(w("next_contact"), { type: "datetime-local", "data-next": "" });
  next.input.addEventListener("change", () => {
    const when = fromInput(next.input.value);
    if (when) session.keep({ next: minutes(when) }, "promised", moment(when, lang));
  });
  const note = field(w("note"), { maxlength: "1000", "data-note-text": "" });
  const add = h("form", { class: "case__note" }, note.box, button(w("add"), null, { type: "submit", class: "button button--quiet" }));
  add.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!note.input.value.trim()) return;
    session.keep({}, "note", note.input.value.trim());
    note.input.value = "";
    announce(w("noted"));
  });
  const title = h("h2", { class: "case__title", tabindex: "-1" }, one.customer || w("unnamed_customer"));
  return [
    h("div", { class: "case__head" }, title, h("a", { href: box.dataset.cases }, w("all_cases"))),
    h("p", { class: "case__facts", "data-facts": "" }),
    h("p", { class: "case__promise", "data-promise": "" }),
    h("div", { class: "case__next" }, next.box, button(w("contact_made"), contactMade, { "data-contact-made": "" })),
    add,
    h("p", { class: "composer__tools" }, ...tools(one)),
    h("details", { class: "fold" }, h("summary", {}, w("log")), h("pre", { class: "case__log", "data-log": "", tabindex: "0" })),
    h("p", { class: "case__private" }, w("only_here")),
    troubles(),
  ].filter(Boolean);
}

function tools(one) {
  const quiet = (name, text, act) => button(text, act, { class: "button button--quiet", [`data-${name}`]: "" });
  return [
    button(w("copy_log"), async () => announce((await toClipboard(logText(session.currentCase(), planHere()))) ? w("copied") : w("copy_refused")), { "data-copy-log": "" }),
    quiet("ics", w("get_reminders"), () => download("opptur.ics", reminders([session.currentCase()], planHere, () => location.href.split("#")[0]), "text/calendar;charset=utf-8")),
    quiet("hand-over", w("hand_over"), handOver),
    quiet("fixed", w("mark_fixed"), () => session.keep({ fixed: session.currentCase().fixed ? null : now() }, session.currentCase().fixed ? "opened" : "fixed")),
    quiet("close-case", w(one.closed ? "reopen" : "close_case"), () => session.keep({ closed: one.closed ? null : now() }, one.closed ? "opened" : "closed")),
    quiet("drop", w("delete_case"), drop),
  ];
}

/** The customer has heard from us: the promise is kept, and a new one is proposed by the rhythm. */
function contactMade() {
  session.keep({}, "kept");
  const next = session.proposed();
  session.keep({ next: minutes(next) }, "promised", moment(next, lang));
  announce(w("next_proposed", { time: moment(next, lang) }));
}

async function handOver() {
  try {
    const url = new URL(location.pathname + (await toFragment(session.currentCase())), location.href);
    announce((await toClipboard(url.href)) ? w("link_copied") : w("copy_refused"));
  } catch {
    announce(w("link_impossible"));
  }
}

async function drop() {
  if (!(await confirmed(w("delete_sure"), w("delete_case"), w("keep_case")))) return;
  const { id } = session.currentCase();
  session.open(null);
  store.dropCase(id);
  announce(w("deleted"));
  box.querySelector("button")?.focus();
}

/** A case in the address is shown, and only kept when its receiver says so. */
async function receive() {
  if (!holdsCase(location.hash)) return;
  const one = await fromFragment(location.hash);
  history.replaceState(null, "", location.pathname + location.search);
  if (!one || one.play !== session.play.id) return announce(w("link_damaged"));
  const here = store.getCase(one.id);
  const facts = w("received", { customer: one.customer || w("unnamed_customer"), found: moment(dateOf(one.found), lang) });
  const known = here ? ` ${w(here.changed >= one.changed ? "received_older" : "received_newer")}` : "";
  if (!(await confirmed(facts + known, w("keep_it"), w("do_not_keep")))) return announce(w("not_kept"));
  session.open(changed(one, now(), {}, "received"));
  announce(w("kept"));
  box.querySelector("h2").focus();
}

/** What moves with the clock, and what changes with every word. */
function tick() {
  const one = session.currentCase();
  if (!one) return;
  const at = new Date();
  const { done, all, late } = progress(one, planHere(), at);
  const set = (name, text) => {
    const part = box.querySelector(`[data-${name}]`);
    if (part && part.textContent !== text) part.textContent = text;
  };
  const fixed = one.fixed ? ` · ${w("log_fixed")} ${moment(dateOf(one.fixed), lang)}` : "";
  set("facts", `${w("found")} ${moment(dateOf(one.found), lang)} · ${w("steps_done", { done, all })}${late ? ` · ${w("steps_late", { late })}` : ""}${fixed}`);
  const next = one.next && !one.closed ? dateOf(one.next) : null;
  const overdue = next && next < at;
  set("promise", one.closed ? w("case_closed") : next ? w(overdue ? "contact_late" : "contact_at", { time: moment(next, lang, at), distance: distance(next, lang, at) }) : w("contact_unset"));
  box.querySelector("[data-promise]").classList.toggle("case__promise--late", Boolean(overdue));
  const input = box.querySelector("[data-next]");
  if (next && input !== document.activeElement) input.value = toInput(next);
  set("log", logText(one, planHere()));
  set("fixed", w(one.fixed ? "not_fixed_after_all" : "mark_fixed"));
}

/** Why something is not kept, in so many words. */
function troubles() {
  const text = store.trouble ? w(`trouble_${store.trouble}`) : "";
  const notice = h("p", { class: "notice case__trouble", role: "alert", hidden: !text }, text);
  session.onChange(() => {
    notice.hidden = !store.trouble;
    notice.textContent = store.trouble ? w(`trouble_${store.trouble}`) : "";
  });
  return notice;
}
