// A case told to others: as a note for the customer file, and as reminders for a calendar.

import { clock, day, distance, due, moment } from "./clock.js";
import { calendar } from "./ics.js";
import { dateOf, isTold } from "./record.js";
import { fields, lang, w } from "./words.js";

/** "25. november 2026 kl. 08.10": never "today", since the note is read on another day. */
function written(minute) {
  const date = dateOf(minute);
  const long = day(date, lang, new Date(0));
  return lang === "nb" ? `${long} kl. ${clock(date, lang)}` : `${long} at ${clock(date, lang)}`;
}

/** The log as a note that can be pasted anywhere. */
export function logText(one, plan) {
  const facts = [
    `${plan.title}: ${one.customer || w("unnamed_customer")}`,
    `${w("found")}: ${written(one.found)}`,
    one.level && `${w("severity")}: ${one.level}`,
    `${w("happened_before")}: ${w(one.repeat ? "yes" : "no")}`,
    one.contact && `${w("contact_name")}: ${one.contact}`,
    one.next && !one.closed && `${w("next_contact")}: ${written(one.next)}`,
    one.fixed && `${w("log_fixed")}: ${written(one.fixed)}`,
  ];
  const filled = Object.entries(one.fields).filter(([key, value]) => fields[key] && value).map(([key, value]) => `${fields[key].label}: ${value.replace("T", " ")}`);
  const events = one.log.map(([at, event, text]) => `${written(at)}  ${w(`log_${event}`)}${text ? `: ${text}` : ""}`);
  return [...facts.filter(Boolean), "", ...events, ...(filled.length ? ["", ...filled] : [])].join("\n");
}

/** Every deadline to come and the promised contact of some cases, as a calendar; null when nothing is left to be reminded
 *  of. `plans` knows each play's steps. */
export function reminders(cases, plans, address, now = new Date()) {
  const ahead = cases.filter((one) => !one.closed).flatMap((one) => events(one, plans(one.play), address(one))).filter(({ start }) => start >= now);
  return ahead.length ? calendar(ahead, now) : null;
}

function events(one, plan, url) {
  const name = one.customer || w("unnamed_customer");
  const promise = one.next ? [{ uid: `${one.id}-next@opptur`, start: dateOf(one.next), title: w("ics_contact", { customer: name }), text: plan.title, url }] : [];
  const steps = stepsOf(one, plan).filter(({ key }) => !one.done[key]).map((step) => ({
    uid: `${one.id}-${step.key.replace(/\W/g, "-")}@opptur`,
    start: due(dateOf(one.found), step.deadline),
    title: `${name}: ${step.name}`,
    text: `${plan.title}. ${step.who}`,
    url,
  }));
  return [...promise, ...steps];
}

/** The steps of a plan that apply at the level of a case. */
export function stepsOf(one, { steps, repeatLevel }) {
  const level = one.repeat ? Math.max(one.level, repeatLevel) : one.level;
  return steps.filter((step) => (step.repeat ? one.repeat : !step.levels.length || step.levels.includes(level)));
}

/** Whether a step should have been done by now. Once it is put right, only what comes after can be late. */
export function isLate(one, { key, deadline }, now) {
  const matters = !one.closed && !one.done[key] && !(one.fixed && !key.startsWith("after/"));
  return matters && due(dateOf(one.found), deadline) < now;
}

/** How far it has come: steps done, all steps, and those whose time is past. */
export function progress(one, plan, now = new Date()) {
  const steps = stepsOf(one, plan);
  return { done: steps.filter(({ key }) => one.done[key]).length, all: steps.length, late: steps.filter((step) => isLate(one, step, now)).length };
}

/** What is promised, in a sentence: when the customer hears from us, since when they wait, or that we must call now. */
export function promiseText(one, now = new Date()) {
  if (one.closed) return w("case_closed");
  if (!one.next) return w(isTold(one) ? "contact_unset" : "call_now");
  const next = dateOf(one.next);
  return w(next < now ? "contact_late" : "contact_at", { time: moment(next, lang, now), distance: distance(next, lang, now) });
}
