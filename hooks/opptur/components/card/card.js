// The levels as a choice, and the buttons for the first minute.

import { announce, button, h } from "../../scripts/dom.js";
import { dialled } from "../../scripts/fill.js";
import * as session from "../../scripts/session.js";
import { w } from "../../scripts/words.js";
import { composeSentence } from "../composer/composer.js";
import { openMessage } from "../messages/messages.js";

export function start() {
  levels(document.querySelector("[data-module=level]"));
  buttons(document.querySelector("[data-module=say]"));
  session.onChange(show);
  show();
}

/** Each tag becomes a choice; only the chosen one shows its name in full. */
function levels(box) {
  const tags = [...box.querySelectorAll("[data-level]")];
  const choices = tags.map((tag) => {
    const level = Number(tag.dataset.level);
    const input = h("input", { type: "radio", name: "severity", value: String(level), class: "visually-hidden", onchange: () => session.choose({ level }) });
    const name = tag.textContent.split(" · ")[1];
    return h("label", { class: `choice ${tag.className}`, "data-level": String(level) }, input, h("b", {}, String(level)), " ", h("span", { class: "choice__name" }, name));
  });
  const again = h("label", { class: "choice choice--repeat tag" }, h("input", { type: "checkbox", name: "repeat", class: "visually-hidden", onchange: (event) => session.choose({ repeat: event.target.checked }) }), w("happened_before"));
  const others = [...box.querySelectorAll("li:not([data-level])")].map((tag) => h("span", { class: "tag" }, tag.textContent));
  const set = h("fieldset", { class: "choices" }, h("legend", { class: "visually-hidden" }, w("how_serious")), h("span", { class: "level__name", "aria-hidden": "true" }, w("severity")), ...choices, again, ...others);
  box.replaceChildren(set);
}

function buttons(box) {
  const number = h("input", { type: "tel", class: "input", autocomplete: "off", id: "call-number", value: session.contact("phone"), oninput: (event) => session.setContact("phone", event.target.value) });
  const ring = h("a", { class: "button", href: "tel:" }, w("call_customer"));
  const ask = h("form", { class: "card__number", hidden: true }, h("label", { for: "call-number" }, w("customer_phone")), number, button(w("call"), null, { type: "submit" }));
  ring.addEventListener("click", (event) => {
    if (dialled(session.contact("phone"))) return;
    event.preventDefault();
    ask.hidden = false;
    number.focus();
  });
  ask.addEventListener("submit", (event) => {
    event.preventDefault();
    const to = dialled(number.value);
    if (to) location.href = `tel:${to}`;
    else {
      announce(w("number_needed"));
      number.focus();
    }
  });
  const renew = () => {
    ring.setAttribute("href", `tel:${dialled(session.contact("phone"))}`);
    if (number !== document.activeElement) number.value = session.contact("phone");
  };
  session.onChange(renew);
  renew();
  const fields = h("div", { class: "composer__fields card__fields", hidden: true });
  const copySay = composeSentence(document.querySelector(".card__say"), fields, "card/say");
  const copy = button(w("copy"), copySay, { class: "button button--quiet", "data-copy-say": "" });
  const write = button(w("write_message"), () => openMessage("first_notice_we_found"), { class: "button button--quiet", "data-write": "" });
  box.append(ring, copy, write);
  box.after(ask, fields);
}

/** Everything that belongs to another level, or to the other answer, is put away. */
function show() {
  const level = session.level();
  for (const input of document.querySelectorAll("input[name=severity]")) input.checked = Number(input.value) === session.chosenLevel();
  document.querySelector("input[name=repeat]").checked = session.isRepeat();
  document.querySelector(".rhythm").classList.add("rhythm--chosen");
  for (const part of document.querySelectorAll(".rhythm [data-level]")) part.hidden = Number(part.dataset.level) !== level;
  for (const part of document.querySelectorAll("[data-levels]")) part.hidden = !part.dataset.levels.split(" ").includes(String(level));
  for (const part of document.querySelectorAll("[data-when=repeat], [data-again]")) part.hidden = !session.isRepeat();
  for (const part of document.querySelectorAll("[data-once]")) part.hidden = session.isRepeat();
  const reports = [...document.querySelectorAll("[data-reports] > [data-levels]")];
  if (reports.length && reports.every((part) => part.hidden)) reports.at(-1).hidden = false; // lifted above what the play covers
}
