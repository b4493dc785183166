// A message with its fields: what is typed shows in the text at once, and nothing leaves before everything is filled in.

import { announce, button, field, h, toClipboard } from "../../scripts/dom.js";
import { dated, dialled, fault, format, tidy } from "../../scripts/fill.js";
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
    focus: () => (firstMissing(made)?.input ?? made.tools.querySelector("button"))?.focus(),
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
    const missing = firstMissing(made);
    form.hidden &&= !missing;
    if (missing) complain(made, missing);
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
  if (made.channel === "phone" || made.channel === "sms") boxes.push(contactFor("phone", w("customer_phone"), "tel"));
  if (made.channel === "email") boxes.push(contactFor("email", w("customer_email"), "email"));
  made.form.replaceChildren(...boxes);
}

function fieldFor(made, key) {
  const { label, hint, type, example } = fields[key];
  const id = `${made.name.replace(/\W/g, "-")}-${key}`;
  const placeholder = ["text", "number", "money", "phone"].includes(type) ? example : null;
  const { box, input } = field(label, { ...INPUTS[type], id, placeholder, title: hint, "data-field": key });
  if (type === "text" && example.length > WIDE) box.classList.add("entry--wide");
  const day = type === "moment" ? daySelect(label) : null;
  if (day) box.querySelector("input").after(day);
  const why = box.appendChild(h("small", { class: "entry__fault", id: `${id}-fault` }));
  const entered = () => session.setValue(key, day && input.value ? `${day.value}T${input.value}` : input.value);
  input.addEventListener("input", entered);
  day?.addEventListener("change", entered);
  made.inputs.set(key, { key, type, input, day, why, box });
  return box;
}

/** The day of a promised time: today unless another is chosen. */
function daySelect(label) {
  const options = session.promiseDays(pageLang, "").map(([day, name]) => h("option", { value: day }, name || w("today")));
  return h("select", { class: "input", "aria-label": w("day_of", { field: label }) }, ...options);
}

function contactFor(key, label, type) {
  const { box, input } = field(label, { type, "data-contact": key, value: session.contact(key) }, "");
  input.addEventListener("input", () => session.setContact(key, input.value));
  session.onChange(() => put(input, session.contact(key)));
  return box;
}

/** Set a box's value, unless it is the one being typed in. */
function put(input, value) {
  if (input !== document.activeElement && input.value !== value) input.value = value;
}

function buildTools(made) {
  const act = (make) => (event) => {
    const missing = firstMissing(made);
    if (missing) {
      event.preventDefault();
      complain(made, missing);
    } else make(event);
  };
  const copy = button(w("copy"), act(() => copied(made, textOf(made))), { "data-copy": "", class: "button" });
  made.tools.append(copy);
  if (made.channel === "email") {
    made.tools.append(button(w("copy_subject"), act(() => copied(made, subjectOf(made), false)), { class: "button button--quiet", "data-copy-subject": "" }));
  }
  const scheme = { email: "mailto", sms: "sms", phone: "tel" }[made.channel];
  if (scheme) {
    made.open = h("a", { class: "button button--quiet", "data-open": scheme, href: `${scheme}:` }, w(`open_${scheme}`));
    made.open.addEventListener("click", act(() => sent(made)));
    made.tools.append(made.open);
  }
}

async function copied(made, text, whole = true) {
  if (!(await toClipboard(text))) return announce(w("copy_refused"));
  announce(w("copied"));
  if (whole) sent(made);
}

/** A live case remembers what was sent, and the promise that went with it. */
function sent(made) {
  const one = session.currentCase();
  if (!one) return;
  const promise = keysOf(made.templates[made.lang]).map((key) => fields[key].type === "moment" && format("moment", session.value(key), made.lang) && session.value(key)).find(Boolean);
  const name = [...made.box.closest(".fold")?.querySelector("summary").childNodes ?? made.box.querySelector("h3").childNodes][0].textContent.trim();
  const channel = made.box.querySelector(".message__channel").textContent;
  session.keep(promise ? { next: Math.round(new Date(promise).getTime() / 60_000) } : {}, "sent", name === channel ? name : `${name}, ${channel}`);
}

function firstMissing(made) {
  return [...made.inputs.values()].find(({ key, type }) => fault(type, session.value(key)));
}

/** Name the field that is missing, and go there. */
function complain(made, { key, type, input, why }) {
  const text = w(`field_${fault(type, session.value(key))}`, { field: fields[key].label });
  input.setAttribute("aria-invalid", "true");
  input.setAttribute("aria-describedby", why.id);
  why.textContent = text;
  made.note.textContent = text;
  announce(text);
  input.focus();
}

function show(made) {
  for (const { key, type, input, day, why, box } of made.inputs.values()) {
    const raw = session.value(key);
    if (day) {
      const [date, time] = raw.includes("T") ? raw.split("T") : [day.options[0].value, ""];
      if (![...day.options].some((option) => option.value === date)) day.append(h("option", { value: date }, date));
      if (day !== document.activeElement) day.value = date;
      put(input, time);
    } else put(input, raw);
    box.classList.toggle("entry--suggested", session.isSuggested(key));
    if (input.getAttribute("aria-invalid") && !fault(type, raw)) {
      input.removeAttribute("aria-invalid");
      why.textContent = "";
    }
  }
  if (![...made.inputs.values()].some(({ input }) => input.getAttribute("aria-invalid"))) made.note.textContent = "";
  const filled = render(made);
  made.preview.replaceChildren(...filled.preview.childNodes);
  made.preview.lang = made.lang;
  if (made.subject) {
    made.subject.replaceChildren(...filled.subject.childNodes);
    made.subject.lang = made.lang;
  }
  for (const note of made.box.querySelectorAll("[data-say-again]")) note.hidden = true;
  address(made);
  if (made.channel === "sms") parts(made);
}

/** The message with its values in, as elements. */
function render({ templates, lang }) {
  const { preview, subject, again } = templates[lang];
  const copy = { preview: preview.cloneNode(true), subject: subject?.cloneNode(true) };
  for (const part of [copy.preview, copy.subject]) {
    for (const slot of part?.querySelectorAll("[data-slot]") ?? []) fillSlot(slot, lang);
  }
  if (again && session.isRepeat()) copy.preview.querySelectorAll("p")[again.after]?.after(h("p", { class: "message__again" }, again.text));
  return copy;
}

function fillSlot(slot, lang) {
  const { slot: key, kind } = slot.dataset;
  const raw = session.value(key);
  const text = format(kind, raw, lang);
  slot.className = text ? "slot slot--filled" : "slot";
  if (!text) return;
  const before = slot.previousSibling;
  if (kind === "moment" && before?.nodeType === Node.TEXT_NODE) [before.data, slot.textContent] = dated(before.data, raw, lang);
  else slot.textContent = text;
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
  const ready = !firstMissing(made);
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

/** How the message will be cut up on its way, and why when it is the fault of a letter. */
function parts(made) {
  if (made.note.textContent && firstMissing(made)) return;
  const found = segments(textOf(made));
  const why = found.outside.length ? ` ${w("sms_wide", { letters: found.outside.join(" ") })}` : "";
  made.note.textContent = `${w(found.parts === 1 ? "sms_one" : "sms_parts", { parts: found.parts, characters: found.units, encoding: found.encoding })}${why}`;
}
