// Moments and channels: one channel at a time, first the one that the level asks for, in the language of the customer.

import { announce, button, h } from "../../scripts/dom.js";
import * as session from "../../scripts/session.js";
import { lang, w } from "../../scripts/words.js";
import { compose, templateOf } from "../composer/composer.js";

const section = document.querySelector("[data-module=messages]");
const composers = new Map();
let language = lang;
let wanted = lang;
const twins = new Map();

export function start() {
  languages();
  earlier();
  for (const fold of section.querySelectorAll(".fold")) tabs(fold);
  for (const box of document.querySelectorAll(".message[data-message]")) if (!section.contains(box)) made(box);
  session.onChange(recommend);
  recommend();
}

/** Without a case, what was typed earlier may have been for another customer: it is said, and can be cleared. */
function earlier() {
  const text = h("span");
  const notice = h("p", { class: "notice messages__earlier", hidden: true }, text, " ", button(w("clear_fields"), session.clearDraft, { class: "button button--quiet", "data-clear": "" }));
  const had = Object.values(session.draft().fields ?? {}).filter(Boolean);
  section.querySelector(".play__lead").after(notice);
  const show = () => {
    const now = Object.values(session.draft().fields ?? {}).filter(Boolean);
    notice.hidden = Boolean(session.currentCase()) || !had.length || !now.length;
    text.textContent = w("filled_earlier", { values: now.slice(0, 3).join(", ") });
  };
  session.onChange(show);
  show();
}

/** The composer of a message, made when it is first looked at. */
function made(box) {
  const name = box.dataset.message;
  if (!composers.has(name)) {
    composers.set(name, compose(box));
    if (language !== lang) speak(composers.get(name));
  }
  return composers.get(name);
}

/** The channels of a moment as tabs. */
function tabs(fold) {
  const boxes = [...fold.querySelectorAll(".message[data-message]")];
  const list = h("div", { class: "tabs", role: "tablist", "aria-label": w("channels") });
  const channels = boxes.map((box) => box.dataset.message.split("/")[1]);
  boxes.forEach((box, index) => {
    const title = box.querySelector(".message__channel");
    const id = `tab-${box.dataset.message.replace("/", "-")}`;
    const tab = button(title.textContent, () => pick(fold, channels[index]), { class: "button tab", role: "tab", id, "data-channel": channels[index], "data-first": w("first") });
    Object.assign(box, { id: `panel-${id}` });
    box.setAttribute("role", "tabpanel");
    box.setAttribute("aria-labelledby", id);
    tab.setAttribute("aria-controls", box.id);
    list.append(tab);
  });
  list.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const all = [...list.children];
    const next = all[(all.indexOf(document.activeElement) + step + all.length) % all.length];
    pick(fold, next.dataset.channel);
    next.focus();
  });
  fold.querySelector(".fold__body").prepend(list);
  fold.addEventListener("toggle", () => fold.open && made(shown(fold)));
}

const shown = (fold) => fold.querySelector(".message:not([hidden])");

function pick(fold, channel, byHand = true) {
  for (const tab of fold.querySelectorAll("[role=tab]")) {
    const on = tab.dataset.channel === channel;
    tab.setAttribute("aria-selected", String(on));
    tab.tabIndex = on ? 0 : -1;
  }
  for (const box of fold.querySelectorAll(".message[data-message]")) box.hidden = !box.dataset.message.endsWith(`/${channel}`);
  if (byHand) fold.dataset.picked = channel;
  if (fold.open) made(shown(fold));
}

/** The level decides which channel a first word goes by, until somebody has chosen. */
function recommend() {
  for (const fold of section.querySelectorAll(".fold")) {
    const channels = [...fold.querySelectorAll("[role=tab]")].map((tab) => tab.dataset.channel);
    const wanted = session.rhythm().channel;
    const best = channels.includes(wanted) ? wanted : channels[0];
    for (const tab of fold.querySelectorAll("[role=tab]")) tab.classList.toggle("tab--first", tab.dataset.channel === best && channels.length > 1);
    pick(fold, fold.dataset.picked ?? best, false);
  }
}

/** Open a moment, and put the cursor where something is missing. */
export function openMessage(moment, channel) {
  const fold = section.querySelector(`[data-moment="${moment}"]`);
  fold.open = true;
  if (channel) pick(fold, channel);
  fold.scrollIntoView({ block: "start" });
  made(shown(fold)).focus();
}

/** The choice of the language that the customer reads. */
function languages() {
  const others = Object.keys(section.dataset).map((key) => /^twinName(\w\w)$/.exec(key)?.[1].toLowerCase()).filter(Boolean);
  if (!others.length) return;
  const choice = (code, name) => {
    const input = h("input", { type: "radio", name: "message-language", value: code, class: "visually-hidden", onchange: () => change(code) });
    input.checked = code === lang;
    return h("label", { class: "choice tag" }, input, h("span", { lang: code }, name));
  };
  const names = [[lang, section.dataset.ownName], ...others.map((code) => [code, section.dataset[`twinName${code[0].toUpperCase()}${code[1]}`]])];
  section.querySelector(".play__lead").after(h("fieldset", { class: "choices" }, h("legend", {}, w("message_language")), ...names.map(([code, name]) => choice(code, name))));
}

/** The same messages from the same play's page in the other language, fetched once when they are first wanted. */
async function change(code) {
  wanted = code;
  try {
    if (code !== lang && !twins.has(code)) twins.set(code, await fetched(code));
  } catch {
    if (wanted !== code) return;
    wanted = language;
    announce(w("language_unreachable"));
    for (const input of document.querySelectorAll("input[name=message-language]")) input.checked = input.value === language;
    return;
  }
  if (wanted !== code) return; // another language was chosen meanwhile
  language = code;
  for (const one of composers.values()) speak(one);
}

async function fetched(code) {
  const answer = await fetch(section.dataset[`twin${code[0].toUpperCase()}${code[1]}`]);
  if (!answer.ok) throw new Error(answer.status);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

function speak(one) {
  const name = one.box.dataset.message;
  if (name.startsWith("internal/")) return;
  const box = language === lang ? null : twins.get(language).querySelector(`[data-message="${name}"]`);
  if (language === lang || box) one.in(language, box && templateOf(box));
}
