// The gates as questions. One closed gate takes the words for asking away and says what to do instead.

import { daysBetween } from "../../scripts/clock.js";
import { h } from "../../scripts/dom.js";
import { dateOf } from "../../scripts/record.js";
import * as session from "../../scripts/session.js";
import { w } from "../../scripts/words.js";

const section = document.querySelector("[data-module=reference]");
const gates = [...section.querySelectorAll("[data-gate]")].map((element) => ({
  element,
  key: element.dataset.gate,
  opens: element.dataset.opens,
  name: element.querySelector("strong").textContent,
  why: element.querySelector(".gate__why").textContent,
}));
let told = "";
const ask = document.querySelector('[data-moment="reference_ask"]');
const shut = h("div", { class: "notice gates__shut" });

export function start() {
  for (const gate of gates) prepare(gate);
  ask?.querySelector(".fold__body").prepend(shut);
  session.onChange(show);
  show();
}

function prepare(gate) {
  gate.inputs = ["yes", "no"].map((answer) => {
    const input = h("input", { type: "radio", name: `gate-${gate.key}`, value: answer, class: "visually-hidden", onchange: () => say(gate.key, answer) });
    return [input, h("label", { class: "choice tag" }, input, w(answer))];
  });
  const set = h("fieldset", { class: "choices" }, h("legend", {}, gate.element.dataset.ask), ...gate.inputs.map(([, label]) => label));
  gate.element.prepend(set);
}

function say(key, answer) {
  const one = session.currentCase();
  if (one) session.keep({ gates: { ...one.gates, [key]: answer } });
  else session.keepInDraft({ gates: { ...session.draft().gates, [key]: answer } });
}

/** What is known already, and goes before any answer: the level, a repetition, and the days since it was put right. */
function known(key) {
  const one = session.currentCase();
  if (key === "severity_4" && session.level() === 4) return "yes";
  if (key === "repeat" && session.isRepeat()) return "yes";
  if (key === "too_soon" && one?.fixed && daysBetween(dateOf(one.fixed), new Date()) < (session.level() >= 3 ? 90 : 30)) return "no";
  return undefined;
}

function show() {
  const one = session.currentCase();
  let closed = null;
  let open = 0;
  for (const gate of gates) {
    const answer = known(gate.key) ?? (one ? one.gates : session.draft().gates)?.[gate.key];
    for (const [input] of gate.inputs) {
      input.checked = input.value === answer;
      input.disabled = known(gate.key) !== undefined;
    }
    const state = answer ? (answer === gate.opens ? "open" : "closed") : "unknown";
    gate.element.dataset.state = state;
    if (state === "closed") closed ??= gate;
    if (state === "open") open += 1;
  }
  tell(closed, open === gates.length);
}

/** The verdict, here and where the words for asking would stand. */
function tell(closed, open) {
  const state = `${closed?.key} ${open}`;
  if (state === told) return;
  told = state;
  const answer = section.querySelector("[data-answer]");
  const instead = section.querySelector("[data-instead]").textContent.trim();
  const lines = closed ? [h("strong", {}, w("gate_closed", { gate: closed.name })), h("p", {}, closed.why), h("p", {}, instead)] : [];
  answer.hidden = !closed && !open;
  answer.dataset.state = closed ? "closed" : "open";
  answer.replaceChildren(...(closed ? lines : [h("strong", {}, w("gates_open")), h("p", {}, h("a", { class: "button", href: "#reference_ask" }, w("to_the_words")))]));
  if (!ask) return;
  ask.querySelector(".fold__body").toggleAttribute("data-shut", !open);
  shut.hidden = open;
  shut.replaceChildren(...(closed ? lines.map((line) => line.cloneNode(true)) : [h("p", {}, w("gates_first"))]), h("p", {}, h("a", { href: "#reference" }, w("to_the_gates"))));
}
