// A live case on a play's page: started here, kept on this device, handed on by a link.

import { fromInput, moment, nextContact, toInput } from "../../scripts/clock.js";
import { announce, button, confirmed, download, field, h, toClipboard } from "../../scripts/dom.js";
import { fromFragment, holdsCase, toFragment } from "../../scripts/link.js";
import { begin, changed, dateOf, isWaiting, minutes, newId } from "../../scripts/record.js";
import { logText, progress, promiseText, reminders } from "../../scripts/report.js";
import * as session from "../../scripts/session.js";
import * as store from "../../scripts/store.js";
import { firm, lang, w } from "../../scripts/words.js";
import { openMessage } from "../messages/messages.js";
import { plan } from "../steps/steps.js";

const box = document.querySelector("[data-module=case]");
const notice = h("p", { class: "notice case__trouble", role: "alert", hidden: true });
const others = h("p", { class: "notice case__others", hidden: true });
const now = () => minutes(new Date());
const nameOf = (one) => one.customer || w("unnamed_customer");
const planHere = () => ({ title: session.play.title, repeatLevel: session.play.repeatLevel, steps: plan() });
let shown = null;

export function start() {
  box.hidden = false;
  document.querySelector(".card").before(others);
  session.onChange(show);
  show();
  receive();
  addEventListener("hashchange", receive);
}

/** Draw the box anew when another case, or none, is at hand; otherwise only what has changed. */
function show() {
  const one = session.currentCase();
  if (one) store.putPlan(session.play.id, lang, planHere());
  const state = one ? `${one.id}${one.closed ? "-closed" : ""}` : "none";
  if (state !== shown) draw(one, state);
  if (!one) otherCases();
  notice.hidden = !store.trouble;
  notice.textContent = store.trouble ? w(`trouble_${store.trouble}`) : "";
  tick();
}

/** The keyboard stays in the box when it was there. */
function draw(one, state) {
  const had = box.contains(document.activeElement);
  shown = state;
  box.replaceChildren(notice, ...(one ? live(one) : idle()).filter(Boolean));
  others.hidden = Boolean(one) || !others.childElementCount;
  if (had) box.querySelector("h2").focus();
}

/** Above the card: the cases that are open on this play. */
function otherCases() {
  const open = store.allCases().filter((one) => one.play === session.play.id && !one.closed);
  const said = open.map((one) => `${one.id} ${one.customer}`).join("|");
  others.hidden = !open.length;
  if (others.dataset.said === said) return;
  others.dataset.said = said;
  others.replaceChildren(...open.flatMap((one) => [h("a", { href: `?case=${one.id}` }, w("is_it_this_case", { customer: nameOf(one) })), " "]));
}

/** No case yet: a way to start one. An address may name one that is not on this device. */
function idle() {
  const asked = new URLSearchParams(location.search).get("case");
  const form = caseForm({}, started);
  form.hidden = true;
  const starter = button(w("start_case"), () => {
    form.hidden = false;
    form.querySelector("[name=found]").value = toInput(new Date());
    starter.hidden = true;
    form.querySelector("input").focus();
  }, { "data-start-case": "" });
  return [h("h2", { class: "case__title", tabindex: "-1" }, w("take_the_case")), h("p", {}, w("take_the_case_lead")), asked && h("p", { class: "notice" }, w("case_not_here")), h("p", { class: "composer__tools" }, starter), form];
}

/** Customer, contact and the time of discovery, checked before they are taken. */
function caseForm({ customer = "", contact = "", found = "" }, take) {
  const boxes = {
    customer: field(w("customer"), { required: true, maxlength: "120", name: "customer", value: customer }),
    contact: field(w("contact_name"), { maxlength: "120", name: "contact", value: contact }),
    found: field(w("found"), { type: "datetime-local", required: true, name: "found", value: found }),
  };
  const form = h("form", { class: "case__form", novalidate: true }, ...Object.values(boxes).map(({ box: each }) => each), button(w(customer ? "save" : "start"), null, { type: "submit" }));
  const fault = h("p", { class: "entry__fault", id: `case-fault-${customer ? "edit" : "new"}` });
  form.append(fault);
  const refuse = (name, text) => {
    announce((fault.textContent = w(text)));
    for (const { input } of Object.values(boxes)) input.removeAttribute("aria-invalid");
    boxes[name].input.setAttribute("aria-invalid", "true");
    boxes[name].input.setAttribute("aria-describedby", fault.id);
    boxes[name].input.focus();
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const when = fromInput(boxes.found.input.value);
    if (!boxes.customer.input.value.trim()) return refuse("customer", "customer_needed");
    if (!when || when > new Date(Date.now() + 60_000)) return refuse("found", "found_wrong");
    take({ customer: boxes.customer.input.value.trim(), contact: boxes.contact.input.value.trim(), found: minutes(when) });
  });
  return form;
}

/** What was typed and sent before comes along, but for the names that have just been given. */
function started(given) {
  const { fields: typed = {}, phone = "", email = "", gates, log, next } = session.draft();
  const { customer: _, first_name: first, ...fields } = typed;
  const kept = given.contact ? fields : { ...fields, ...(first && { first_name: first }) };
  const { id: play, family } = session.play;
  const made = begin({ id: newId(), play, family, ...given, phone, email, level: session.chosenLevel(), repeat: session.isRepeat(), fields: kept, gates, log }, now());
  session.clearDraft();
  session.open(changed(made, now(), { next: next ?? firstContact(given.found) }));
  announce(w(store.trouble ? `trouble_${store.trouble}` : "case_started"));
  box.querySelector("h2").focus();
}

/** By when the customer is to have heard from us; nothing when that time is past and the only answer is to call now. */
function firstContact(found) {
  const limit = minutes(nextContact(dateOf(found), session.rhythm().firstContact, firm.hours, session.level() >= 3));
  return limit > now() ? limit : null;
}

function live(one) {
  const title = h("h2", { class: "case__title", tabindex: "-1" }, nameOf(one));
  const head = h("div", { class: "case__head" }, title, h("a", { href: location.pathname, class: "case__link" }, w("new_customer")), h("a", { href: box.dataset.cases, class: "case__link" }, w("all_cases")));
  const log = h("details", { class: "fold" }, h("summary", {}, w("log")), h("pre", { class: "case__log", "data-log": "", tabindex: "0" }));
  return [
    head,
    h("p", { class: "case__facts", "data-facts": "" }),
    h("p", { class: "case__promise", "data-promise": "" }),
    ...(one.closed ? [] : [promiseBox(), noteForm(), mainTools()]),
    log,
    moreTools(one),
    h("p", { class: "case__private" }, w("only_here")),
  ];
}

/** The promised time can be changed; it counts when the box is left, not at every key. */
function promiseBox() {
  const next = field(w("next_contact"), { type: "datetime-local", "data-next": "", min: toInput(new Date()) });
  const commit = () => {
    const when = fromInput(next.input.value);
    const before = session.currentCase()?.next ?? null;
    if (!when || next.input.value === (before ? toInput(dateOf(before)) : "")) return tick();
    if (when < new Date()) return announce(w("next_past"));
    session.promise(when);
  };
  next.input.addEventListener("blur", commit);
  next.input.addEventListener("keydown", (event) => event.key === "Enter" && commit());
  return h("div", { class: "case__next" }, next.box, button(w("contact_made"), contactMade, { "data-contact-made": "" }));
}

function noteForm() {
  const note = field(w("note"), { maxlength: "1000", "data-note-text": "" });
  const form = h("form", { class: "case__note" }, note.box, button(w("add"), null, { type: "submit", class: "button button--quiet" }));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!note.input.value.trim()) return;
    session.keep({}, "note", note.input.value.trim());
    note.input.value = "";
    announce(w("noted"));
  });
  return form;
}

const quiet = (name, text, act) => button(text, act, { class: "button button--quiet", [`data-${name}`]: "" });

function mainTools() {
  return h("p", { class: "composer__tools" }, quiet("fixed", w("mark_fixed"), fixed), quiet("copy-log", w("copy_log"), copyLog), quiet("ics", w("get_reminders"), getReminders), quiet("hand-over", w("hand_over"), handOver));
}

function moreTools(one) {
  const edit = one.closed ? null : h("details", { class: "fold", "data-edit": "" }, h("summary", {}, w("edit_case")), caseForm({ ...one, found: toInput(dateOf(one.found)) }, edited));
  const open = quiet("close-case", w(one.closed ? "reopen" : "close_case"), () => session.keep({ closed: one.closed ? null : now() }, one.closed ? "opened" : "closed"));
  const copy = one.closed ? quiet("copy-log", w("copy_log"), copyLog) : null;
  return h("div", {}, edit, h("p", { class: "composer__tools" }, ...[copy, open].filter(Boolean), button(w("delete_case"), drop, { class: "button button--danger", "data-drop": "" })));
}

function edited(given) {
  session.keep(given, "changed");
  shown = null;
  show();
  announce(w("saved"));
}

/** The customer has heard from us. What comes next is only proposed until the seller has said it. */
function contactMade() {
  const { next } = session.currentCase();
  const late = next && next < now();
  session.keep({}, late ? "late" : "kept", late ? moment(dateOf(next), lang) : "");
  const proposed = session.proposed();
  session.promise(proposed, "proposed");
  announce(w("next_proposed", { time: moment(proposed, lang) }));
}

/** Put right, or not after all. Putting right leads to the message that says so. */
function fixed() {
  const was = session.currentCase().fixed;
  session.keep({ fixed: was ? null : now() }, was ? "unfixed" : "fixed");
  if (was) return;
  announce(w("fixed_now_tell"));
  openMessage("fixed");
}

async function copyLog() {
  announce((await toClipboard(logText(session.currentCase(), planHere()))) ? w("copied") : w("copy_refused"));
}

function getReminders() {
  const text = reminders([session.currentCase()], planHere, () => location.href.split("#")[0]);
  if (text) download("opptur.ics", text, "text/calendar;charset=utf-8");
  else announce(w("no_reminders"));
}

/** A link that holds the case; afterwards there should be one owner. */
async function handOver() {
  try {
    const url = new URL(location.pathname + (await toFragment(session.currentCase())), location.href);
    if (!(await toClipboard(url.href))) return announce(w("copy_refused"));
    announce(w("link_copied"));
    session.keep({}, "handed");
    if (await confirmed(w("link_copied_close"), w("close_here"), w("keep_open"))) session.keep({ closed: now() }, "closed");
  } catch {
    announce(w("link_impossible"));
  }
}

async function drop() {
  if (!(await confirmed(w("delete_sure"), w("delete_case"), w("keep_case"), { danger: true }))) return;
  const { id } = session.currentCase();
  box.querySelector("h2").focus();
  session.open(null); // first, so that the address no longer asks for it
  store.dropCase(id);
  announce(w("deleted"));
}

/** A case in the address is shown, and only kept when its receiver says so. */
async function receive() {
  if (!holdsCase(location.hash)) return;
  const one = await fromFragment(location.hash);
  history.replaceState(null, "", location.pathname + location.search);
  if (!one || one.play !== session.play.id) return announce(w("link_damaged"));
  const here = store.getCase(one.id);
  const newer = here && here.changed >= one.changed;
  const facts = w("received", { customer: nameOf(one), found: moment(dateOf(one.found), lang) });
  const question = here ? `${facts} ${w(newer ? "received_older" : "received_newer")}` : facts;
  if (!(await confirmed(question, w(here ? "replace_it" : "keep_it"), w(here ? "keep_mine" : "do_not_keep"), { danger: Boolean(newer) }))) return announce(w("not_kept"));
  session.open(changed(one, now(), { closed: null }, "received"));
  announce(w("kept"));
  box.querySelector("h2").focus();
}

/** What moves with the clock, and what changes with every word. */
function tick() {
  const one = session.currentCase();
  if (!one) return;
  const at = new Date();
  set("facts", factsOf(one, at));
  const next = one.next && !one.closed ? dateOf(one.next) : null;
  set("promise", promiseText(one, at));
  box.querySelector("[data-promise]").classList.toggle("case__promise--late", isWaiting(one, minutes(at)));
  const input = box.querySelector("[data-next]");
  if (input && input !== document.activeElement) input.value = next ? toInput(next) : "";
  set("log", logText(one, planHere()));
  set("fixed", w(one.fixed ? "not_fixed_after_all" : "mark_fixed"));
}

function factsOf(one, at) {
  const { done, all, late } = progress(one, planHere(), at);
  const facts = [`${w("found")} ${moment(dateOf(one.found), lang)}`, w("steps_done", { done, all }), late && w("steps_late", { late }), one.fixed && `${w("log_fixed")} ${moment(dateOf(one.fixed), lang)}`];
  return facts.filter(Boolean).join(" · ");
}

function set(name, text) {
  const part = box.querySelector(`[data-${name}]`);
  if (part && part.textContent !== text) part.textContent = text;
}
