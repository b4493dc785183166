// A message with its fields: what is typed shows in the text at once, and nothing leaves before everything is filled in.

import { announce, button, field, h, toClipboard } from "../../scripts/dom.js";
import { dayName, fromInput, toInput } from "../../scripts/clock.js";
import { dated, dialled, fault, format, tidy } from "../../scripts/fill.js";
import { MOST, minutes } from "../../scripts/record.js";
import { segments } from "../../scripts/sms.js";
import * as session from "../../scripts/session.js";
import { fields, lang as pageLang, w } from "../../scripts/words.js";

const INPUTS = {
  text: { type: "text" },
  number: { type: "text", inputmode: "numeric" },
  money: { type: "text", inputmode: "decimal" },
  date: { type: "date" },
  time: { type: "time" },
  moment: { type: "time" },
  phone: { type: "tel" },
};
const WIDE = 18;
/** Messages that tell what is done: by then the new date may have come. */
const DONE = /^(fixed|follow_up|compensation|reference)/;
const ATTACHED = /\b(ligger ved|legger ved|vedlagt|vedlegg|attach(ed|ing|ment))\b/i;

/** What a message is made of in one language: its text, its subject, and the sentence for when it has happened before. */
export function templateOf(box) {
  const again = box.querySelector("[data-say-again]");
  return {
    preview: slotted(box.querySelector("[data-preview]")),
    subject: box.querySelector("[data-subject]") && slotted(box.querySelector("[data-subject]")),
    again: again && { after: Number(again.dataset.sayAgain), text: again.querySelector("q").textContent },
  };
}

/** A copy in which fields are places to be filled. */
function slotted(element) {
  const copy = element.cloneNode(true);
  for (const mark of copy.querySelectorAll("[data-field], [data-slot]")) {
    mark.dataset.slot ??= mark.dataset.field;
    mark.dataset.kind ??= mark.dataset.type;
    mark.removeAttribute("data-field");
    mark.removeAttribute("data-type");
  }
  return copy;
}

/** Give a message its boxes and buttons. Returns a way to change its language. */
export function compose(box) {
  const [, channel] = box.dataset.message.split("/");
  for (const mark of box.querySelectorAll(".message__note [data-field]")) mark.removeAttribute("data-field");
  const made = {
    box, channel, name: box.dataset.message, templates: { [pageLang]: templateOf(box) }, lang: pageLang, inputs: new Map(),
    preview: box.querySelector("[data-preview]"),
    subject: box.querySelector("[data-subject]"),
    form: h("div", { class: "composer__fields" }),
    tools: h("p", { class: "composer__tools" }),
    note: h("p", { class: "composer__note", "data-note": "" }),
  };
  (box.querySelector(".message__subject") ?? made.preview).before(made.form);
  made.preview.after(made.tools, made.note);
  buildFields(made);
  buildTools(made);
  session.onChange(() => show(made));
  show(made);
  return {
    box,
    /** Show the message in a language, given what it is made of there. */
    in(lang, template) {
      made.templates[lang] ??= template;
      made.lang = lang;
      buildFields(made);
      show(made);
    },
    focus: () => (firstWrong(made)?.input ?? made.tools.querySelector("button"))?.focus(),
  };
}

/** A single sentence with its fields: the boxes in `form` come to view when something is missing. Returns a way to copy it. */
export function composeSentence(sentence, form, name) {
  const made = {
    box: form, channel: "", name, templates: { [pageLang]: { preview: slotted(sentence) } }, lang: pageLang, inputs: new Map(),
    preview: sentence, form, tools: form, note: h("p", { class: "composer__note", "data-note": "" }),
  };
  buildFields(made);
  form.append(made.note);
  session.onChange(() => show(made));
  show(made);
  return async () => {
    const wrong = firstWrong(made);
    form.hidden &&= !wrong;
    if (wrong) complain(made, wrong);
    else announce((await toClipboard(textOf(made))) ? w("copied_sentence") : w("copy_refused"));
  };
}

/** The keys of a message's fields, in the order they are met. */
function keysOf({ preview, subject }) {
  const marks = [...(subject?.querySelectorAll("[data-slot]") ?? []), ...preview.querySelectorAll("[data-slot]")];
  return [...new Set(marks.map((mark) => mark.dataset.slot))];
}

function buildFields(made) {
  made.inputs.clear();
  const boxes = keysOf(made.templates[made.lang]).map((key) => fieldFor(made, key));
  if (made.channel === "phone" || made.channel === "sms") boxes.push(contactFor(made, "phone", w("customer_phone"), "tel"));
  if (made.channel === "email") boxes.push(contactFor(made, "email", w("customer_email"), "email"));
  made.form.replaceChildren(...boxes);
}

function fieldFor(made, key) {
  const { label, hint, type, example, day } = fields[key];
  const direction = key === "new_date" && DONE.test(made.name) ? "" : day;
  const id = `${made.name.replace(/\W/g, "-")}-${key}`;
  const placeholder = ["text", "number", "money", "phone"].includes(type) ? example : null;
  const { box, input } = field(label, { ...INPUTS[type], id, placeholder, maxlength: type === "text" ? String(MOST.value) : null, "data-field": key }, hint);
  if (type === "text" && example.length > WIDE) box.classList.add("entry--wide");
  const days = type === "moment" ? daySelect(label, direction) : null;
  if (days) input.after(days);
  const why = box.appendChild(h("small", { class: "entry__fault", id: `${id}-fault` }));
  const entered = () => session.setValue(key, days && input.value ? `${days.value}T${input.value}` : input.value);
  input.addEventListener("input", entered);
  days?.addEventListener("change", entered);
  made.inputs.set(key, { key, type, direction, input, day: days, why, box });
  return box;
}

/** The day of a time: today unless another is chosen. */
function daySelect(label, direction) {
  return h("select", { class: "input", "aria-label": w("day_of", { field: label }) }, ...dayOptions(session.daysFor(direction)));
}

function dayOptions(days) {
  return days.map(([day, name]) => h("option", { value: day }, name || w("today")));
}

function contactFor(made, key, label, type) {
  const { box, input } = field(label, { type, "data-contact": key, value: session.contact(key) });
  input.addEventListener("input", () => session.setContact(key, input.value));
  made.contact = { key, input };
  return box;
}

/** Set a box's value, unless it is the one being typed in. */
function put(input, value) {
  if (input !== document.activeElement && input.value !== value) input.value = value;
}

function buildTools(made) {
  const whole = (make) => (event) => {
    const wrong = firstWrong(made);
    if (wrong) {
      event.preventDefault();
      return complain(made, wrong);
    }
    settle(made);
    return make();
  };
  const scheme = { email: "mailto", sms: "sms", phone: "tel" }[made.channel];
  if (scheme) {
    made.open = h("a", { class: "button button--quiet", "data-open": scheme, href: `${scheme}:` }, w(`open_${scheme}`));
    made.open.addEventListener("click", scheme === "tel" ? (event) => numberFirst(made, event) : whole(() => leaves(made, "launched")));
  }
  const copy = button(w("copy"), whole(() => copied(made, textOf(made))), { "data-copy": "", class: "button" });
  const subject = made.channel === "email" && button(w("copy_subject"), whole(() => copied(made, subjectOf(made), false)), { class: "button button--quiet", "data-copy-subject": "" });
  const inOrder = scheme === "tel" ? [made.open, copy] : [copy, subject, made.open];
  if (scheme === "tel") [made.open.className, copy.className] = ["button", "button button--quiet"];
  made.tools.append(...inOrder.filter(Boolean));
}

/** Calling needs the number and nothing else. */
function numberFirst(made, event) {
  if (dialled(session.contact("phone"))) return;
  event.preventDefault();
  announce(w("number_needed"));
  made.form.querySelector("[data-contact=phone]").focus();
}

async function copied(made, text, whole = true) {
  if (!(await toClipboard(text))) return announce(w("copy_refused"));
  announce(w("copied"));
  if (whole) leaves(made, "copied");
}

/** The promise that was only suggested is about to be given, and stands from now on. */
function settle(made) {
  if (made.inputs.has("next_contact") && session.isSuggested("next_contact", made.name)) session.setValue("next_contact", session.value("next_contact", made.name));
}

/** The message has left the page. What went to the customer is remembered with its promise, in the case or until one is
 *  started; what went to our own people is only noted. */
function leaves(made, event) {
  const name = nameOf(made);
  const one = session.currentCase();
  if (!made.box.closest("[data-module=messages]")) return one && noted(one, "internal", name, {});
  const promised = promisedIn(made);
  const next = promised ? { next: minutes(promised) } : {};
  if (one) return noted(one, event, name, next);
  return session.keepInDraft({ ...next, log: [...(session.draft().log ?? []), [minutes(new Date()), event, name]].slice(-20) });
}

/** One line in the log, and not another for the same within two minutes. */
function noted(one, event, name, changes) {
  const [at, last, text] = one.log.at(-1);
  const again = last === event && text === name && minutes(new Date()) - at < 2;
  session.keep(changes, again ? "" : event, name);
}

/** The moment that a message promises. A date that stands before the time is its day. */
function promisedIn(made) {
  const slot = made.templates[made.lang].preview.querySelector('[data-slot="next_contact"]');
  const when = slot && fromInput(session.value("next_contact", made.name));
  const day = when && dayBefore(slot);
  const date = day && session.value(day.dataset.slot, made.name);
  return date ? fromInput(`${date}T${toInput(when).slice(11)}`) : when;
}

/** The date that stands right before a time, as in "4. desember kl. 14.30"; null when there is none. */
function dayBefore(slot) {
  const before = slot.previousSibling;
  const joined = before?.nodeType === Node.TEXT_NODE && [" kl. ", " at "].includes(before.data);
  return joined && before.previousSibling?.dataset?.kind === "date" ? before.previousSibling : null;
}

/** "Første beskjed: vi så det først, SMS". */
function nameOf({ box }) {
  const channel = box.querySelector(".message__channel").textContent;
  const moment = box.closest(".fold")?.querySelector("summary").firstChild.textContent.trim();
  return moment ? `${moment}, ${channel}` : channel;
}

function wrongIn(made, { key, type, direction }) {
  return fault(type, session.value(key, made.name), direction);
}

function firstWrong(made) {
  return [...made.inputs.values()].find((one) => wrongIn(made, one));
}

/** Name the field that is missing or cannot stand, and go there. */
function complain(made, one) {
  const { key, input, why } = one;
  const text = w(`field_${wrongIn(made, one)}`, { field: fields[key].label, example: fields[key].example });
  input.setAttribute("aria-invalid", "true");
  input.setAttribute("aria-describedby", why.id);
  why.textContent = text;
  made.note.textContent = text;
  announce(text);
  input.focus();
}

function show(made) {
  for (const one of made.inputs.values()) showField(made, one);
  if (made.contact) put(made.contact.input, session.contact(made.contact.key));
  if (![...made.inputs.values()].some(({ input }) => input.getAttribute("aria-invalid"))) made.note.textContent = "";
  const filled = render(made);
  renew(made.preview, filled.preview, made.lang);
  if (made.subject) renew(made.subject, filled.subject, made.lang);
  for (const note of made.box.querySelectorAll("[data-say-again]")) note.hidden = true;
  address(made);
  if (!made.note.textContent) made.note.textContent = remark(made);
}

/** Put a text in place when it is another, so that what somebody has selected stays selected. */
function renew(shown, filled, lang) {
  filled.lang = lang;
  filled.className = shown.className;
  if (shown.isEqualNode(filled)) return;
  shown.replaceChildren(...filled.childNodes);
  shown.lang = lang;
}

function showField(made, one) {
  const { key, input, day, why, box } = one;
  const raw = session.value(key, made.name);
  if (day) showMoment(input, day, raw, one.direction);
  else put(input, raw);
  box.classList.toggle("entry--suggested", session.isSuggested(key, made.name));
  if (!input.getAttribute("aria-invalid") || wrongIn(made, one)) return;
  input.removeAttribute("aria-invalid");
  input.setAttribute("aria-describedby", `${input.id}-hint`);
  why.textContent = "";
}

/** A moment in its two boxes. A day that is chosen before the time stays; one that is not offered is added by name. */
function showMoment(input, day, raw, direction) {
  const days = session.daysFor(direction);
  if (day.options[0].value !== days[0][0]) day.replaceChildren(...dayOptions(days));
  put(input, raw.split("T")[1] ?? "");
  if (!raw.includes("T") || day === document.activeElement) return;
  const [date] = raw.split("T");
  if (![...day.options].some((option) => option.value === date)) day.append(...dayOptions([[date, dayName(fromInput(date) ?? new Date(), pageLang)]]));
  day.value = date;
}

/** The message with its values in, as elements. */
function render({ templates, lang, name }) {
  const { preview, subject, again } = templates[lang];
  const copy = { preview: preview.cloneNode(true), subject: subject?.cloneNode(true) };
  for (const part of [copy.preview, copy.subject]) {
    for (const slot of part?.querySelectorAll("[data-slot]") ?? []) fillSlot(slot, lang, name);
  }
  if (again && session.isRepeat()) copy.preview.querySelectorAll("p")[again.after]?.after(h("p", { class: "message__again" }, again.text));
  return copy;
}

function fillSlot(slot, lang, name) {
  const { slot: key, kind } = slot.dataset;
  const raw = session.value(key, name);
  const text = format(kind, raw, lang);
  slot.className = text ? "slot slot--filled" : "slot";
  if (!text) return;
  const before = slot.previousSibling;
  if (kind !== "moment" || before?.nodeType !== Node.TEXT_NODE || dayBefore(slot)) {
    slot.textContent = text;
    return;
  }
  const said = before.data;
  [before.data, slot.textContent] = dated(said, raw, lang);
  const after = slot.nextSibling;
  const onAnotherDay = before.data !== said || slot.textContent !== text;
  if (onAnotherDay && after?.nodeType === Node.TEXT_NODE) after.data = after.data.replace(/^ (?:i dag|today)\b/, "");
}

/** The text as it is sent. Pauses are for the one who speaks. */
function textOf(made) {
  const { preview } = render(made);
  for (const pause of preview.querySelectorAll(".pause")) pause.remove();
  for (const line of preview.querySelectorAll("br")) line.replaceWith("\n");
  const blocks = [...preview.querySelectorAll("p")].map((block) => block.textContent.replace(/\n+/g, "\n"));
  return tidy((blocks.length ? blocks : [preview.textContent]).join("\n\n"));
}

function subjectOf(made) {
  return tidy(render(made).subject.textContent).replace(/\n/g, " ");
}

/** Where the link that opens another program leads, with all that it needs. */
function address(made) {
  if (!made.open) return;
  const ready = !firstWrong(made);
  const number = dialled(session.contact("phone"));
  const to = encodeURIComponent(session.contact("email").trim()).replace("%40", "@");
  const body = ready ? encodeURIComponent(textOf(made).replace(/\n/g, "\r\n")) : "";
  const link = {
    email: () => `mailto:${to}?subject=${ready ? encodeURIComponent(subjectOf(made)) : ""}&body=${body}`,
    sms: () => `sms:${number}?&body=${body}`,
    phone: () => `tel:${number}`,
  }[made.channel]();
  made.open.setAttribute("href", link);
}

/** What is good to know before it leaves: how an SMS is cut up, and why when it is a letter's fault; and an attachment. */
function remark(made) {
  const text = textOf(made);
  if (made.channel === "email") return ATTACHED.test(text) ? w("remember_attachment") : "";
  if (made.channel !== "sms") return "";
  const { parts, units: characters, encoding, outside } = segments(text);
  const why = outside.length ? ` ${w("sms_wide", { letters: outside.join(" ") })}` : "";
  const least = firstWrong(made) ? `${w("at_least")} ` : "";
  return `${least}${w(parts === 1 ? "sms_one" : "sms_parts", { parts, characters, encoding })}${why}`;
}
