// Steps that can be ticked, with deadlines as clock times, while a case is open.

import { distance, due, moment } from "../../scripts/clock.js";
import { h } from "../../scripts/dom.js";
import { dateOf, minutes, ticked } from "../../scripts/record.js";
import { isLate } from "../../scripts/report.js";
import * as session from "../../scripts/session.js";
import * as store from "../../scripts/store.js";
import { lang, w } from "../../scripts/words.js";

const steps = [...document.querySelectorAll(".step")].map((element) => ({
  element,
  key: element.dataset.step ?? element.dataset.extra,
  deadline: element.dataset.deadline,
  name: element.querySelector(".step__do").textContent.trim(),
  who: element.querySelector(".step__when").textContent.split("·")[1].trim(),
}));

export function start() {
  for (const step of steps) prepare(step);
  session.onChange(show);
  show();
}

/** Every step of the play, with the levels or the repetition that it is for. */
export function plan() {
  return steps.map(({ key, deadline, name, who, element }) => {
    const levels = (element.dataset.levels ?? "").split(" ").filter(Boolean).map(Number);
    return { key, deadline, name, who, levels, repeat: element.dataset.when === "repeat" };
  });
}

function prepare(step) {
  const id = `done-${step.key.replace(/\W/g, "-")}`;
  step.box = h("input", { type: "checkbox", id, onchange: () => tick(step) });
  step.time = h("time", { class: "step__time" });
  step.done = h("p", { class: "step__tick", hidden: true }, h("label", { for: id }, step.box, h("span", {}, w("done"))), step.time);
  step.element.append(step.done);
}

function tick(step) {
  store.putCase(ticked(session.currentCase(), minutes(new Date()), step.key, step.name));
}

function show() {
  const one = session.currentCase();
  const now = new Date();
  for (const step of steps) {
    step.done.hidden = !one;
    step.element.classList.toggle("step--done", Boolean(one?.done[step.key]));
    step.element.classList.remove("step--late");
    if (!one) continue;
    const at = one.done[step.key];
    const limit = due(dateOf(one.found), step.deadline);
    const late = isLate(one, step, now);
    step.box.checked = Boolean(at);
    step.box.disabled = Boolean(one.closed);
    step.element.classList.toggle("step--late", late);
    const open = { time: moment(limit, lang, now), distance: distance(limit, lang, now) };
    step.time.textContent = at ? w("done_at", { time: moment(dateOf(at), lang, now) }) : w(late ? "by_late" : "by", open);
    step.time.dateTime = (at ? dateOf(at) : limit).toISOString();
  }
}
